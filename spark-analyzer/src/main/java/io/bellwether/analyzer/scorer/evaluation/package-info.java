/** How good a scorer is, on labelled texts. */
package io.bellwether.analyzer.scorer.evaluation;
