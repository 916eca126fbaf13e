/** The processes that are measured, in a state folder and on ports of their own. */
package io.bellwether.benchmarks.stack;
