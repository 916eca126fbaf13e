/** Measures the whole pipeline on one machine, beside what it is compared to. */
package io.bellwether.benchmarks;
