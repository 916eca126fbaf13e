/** Starts a job of the analyzer, watches it, and ends it. */
package io.bellwether.analyzer;
