package io.bellwether.analyzer.trades.indicator;

import java.util.List;

/** An indicator's state after a trade, and what it found in it. */
public record Outcome<S>(S state, List<Finding> findings) {
  static <S> Outcome<S> nothing(S state) {
    return new Outcome<>(state, List.of());
  }

  static <S> Outcome<S> of(S state, Finding finding) {
    return new Outcome<>(state, List.of(finding));
  }
}
