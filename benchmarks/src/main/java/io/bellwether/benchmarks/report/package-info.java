/** What was measured, where, and how it is told. */
package io.bellwether.benchmarks.report;
