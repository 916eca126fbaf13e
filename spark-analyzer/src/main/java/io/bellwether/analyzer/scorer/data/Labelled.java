package io.bellwether.analyzer.scorer.data;

/** A text, and what people said it is. */
public record Labelled(String text, Label label) {}
