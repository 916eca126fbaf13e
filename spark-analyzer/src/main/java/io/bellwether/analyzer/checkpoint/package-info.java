/** Where a job keeps its position. */
package io.bellwether.analyzer.checkpoint;
