package io.bellwether.analyzer.scorer;

/** What a scorer says about one text. */
public sealed interface Scoring permits Probabilities, NotScored {}
