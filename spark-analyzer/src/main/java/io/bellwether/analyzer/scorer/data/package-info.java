/** Labelled texts, and the arguments of the tools that learn or measure with them. */
package io.bellwether.analyzer.scorer.data;
