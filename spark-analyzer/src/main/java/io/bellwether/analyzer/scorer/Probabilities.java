package io.bellwether.analyzer.scorer;

/**
 * How likely a text is negative, neutral and positive: each 0..1, together 1. Three numbers that
 * are not are refused with an {@link IllegalArgumentException}.
 */
public record Probabilities(double negative, double neutral, double positive) implements Scoring {
  private static final double TOLERANCE = 1e-6;

  public Probabilities {
    if (!(negative >= 0 && neutral >= 0 && positive >= 0)
        || !(Math.abs(negative + neutral + positive - 1) <= TOLERANCE)) {
      throw new IllegalArgumentException(
          "the scorer gave " + negative + ", " + neutral + ", " + positive + ", no probabilities");
    }
  }

  /** From 0, as bad as can be, to 1, as good as can be; a neutral text is in the middle. */
  public double score() {
    return positive + neutral / 2;
  }
}
