/**
 * The measurements: each sends on a schedule, receives, counts exactly and tells how long it took.
 */
package io.bellwether.benchmarks.measure;
