package io.bellwether.quickstart.page.console;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Events that a mover has passed over. One judgement may come just before the event is heard of on
 * another way; two in a row are a proof.
 */
final class Suspects {
  private Set<String> source = Set.of();
  private Set<String> spark = Set.of();
  private Set<String> sink = Set.of();
  private Set<String> lostBySource = Set.of();
  private Set<String> lostBySpark = Set.of();
  private Set<String> lostBySink = Set.of();

  void source(Set<String> found) {
    lostBySource = both(source, found);
    source = found;
  }

  void spark(Set<String> found) {
    lostBySpark = both(spark, found);
    spark = found;
  }

  void sink(Set<String> found) {
    lostBySink = both(sink, found);
    sink = found;
  }

  /** What is lost and has not turned up since. */
  Sums.Lost lost(Set<String> forSource, Set<String> forSpark, Set<String> forSink) {
    return new Sums.Lost(
        both(lostBySource, forSource).size(),
        both(lostBySpark, forSpark).size(),
        both(lostBySink, forSink).size());
  }

  List<String> examples(int most) {
    return Stream.of(lostBySource, lostBySpark, lostBySink)
        .flatMap(Set::stream)
        .limit(most)
        .toList();
  }

  private static Set<String> both(Set<String> some, Set<String> others) {
    if (some.isEmpty()) {
      return Set.of();
    }
    Set<String> both = new HashSet<>(some);
    both.retainAll(others);
    return both;
  }
}
