/** Reads rows of CSV files with their line numbers, from any file system Spark knows. */
package io.bellwether.analyzer.trips.files;
