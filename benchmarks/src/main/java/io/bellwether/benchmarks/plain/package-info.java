/** What somebody would write without Connect and Spark: a consumer, the scorer, a producer. */
package io.bellwether.benchmarks.plain;
