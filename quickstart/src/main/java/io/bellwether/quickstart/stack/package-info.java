/**
 * The parts of the demo: broker, Connect worker, analyzer and the people of the Slack stand-in.
 * Each of the first three is a stock main class in a JVM of its own.
 */
package io.bellwether.quickstart.stack;
