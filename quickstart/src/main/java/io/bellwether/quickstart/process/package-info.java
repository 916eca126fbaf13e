/**
 * Child processes and the state folder they share: starting, watching and stopping a JVM, its log,
 * its process file, the lock. Knows neither Kafka nor Slack.
 */
package io.bellwether.quickstart.process;
