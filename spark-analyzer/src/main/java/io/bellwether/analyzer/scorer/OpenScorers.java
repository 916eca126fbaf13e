package io.bellwether.analyzer.scorer;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** One scorer for each spec in this JVM, opened when first needed and closed when the JVM ends. */
public final class OpenScorers {
  private static final Map<ScorerSpec, Scorer> OPEN = new ConcurrentHashMap<>();

  private OpenScorers() {}

  /**
   * @throws IllegalStateException if no such scorer is on this JVM's class path
   */
  public static Scorer get(ScorerSpec spec) {
    return OPEN.computeIfAbsent(spec, OpenScorers::open);
  }

  private static Scorer open(ScorerSpec spec) {
    ScorerProvider provider =
        ScorerProviders.named(spec.name())
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "No scorer '"
                            + spec.name()
                            + "' on the class path of this executor. Pass its jar with --jars."));
    Scorer scorer = provider.open(Map.copyOf(spec.settings()));
    Runtime.getRuntime().addShutdownHook(new Thread(scorer::close, "close-" + spec.name()));
    return new CarefulScorer(scorer);
  }
}
