/**
 * A linear model over hashed words, pieces of words and what the lexicon finds. What a text is
 * turned into is decided by {@link io.bellwether.analyzer.scorer.linear.TextFeatures} alone, for
 * training and scoring alike.
 */
package io.bellwether.analyzer.scorer.linear;
