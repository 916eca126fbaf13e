/** What a job tells of itself, by Spark's own metrics system. Knows no job. */
package io.bellwether.analyzer.metrics;
