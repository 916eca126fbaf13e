/** What is said during a measurement, when, and what has to come of it. */
package io.bellwether.benchmarks.load;
