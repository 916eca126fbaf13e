package io.bellwether.analyzer.scorer.data;

import io.bellwether.analyzer.scorer.Scorer;
import io.bellwether.analyzer.scorer.ScorerProvider;
import io.bellwether.analyzer.scorer.ScorerProviders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;

/** Opens the scorer that a person names on the command line, by its name or by its model. */
public final class NamedScorer {
  /** What reads models that were made by 'train'. */
  private static final String LINEAR = "linear";

  private NamedScorer() {}

  /**
   * @param settings those of all scorers, as {@code <name>.<key>}
   * @throws ToolException if there is no such scorer, or its settings are at fault
   */
  public static Scorer open(String name, Map<String, String> settings) {
    if (Files.isRegularFile(Path.of(name))) {
      return opened(LINEAR, Map.of(LINEAR + ".model", name));
    }
    return opened(name, settings);
  }

  private static Scorer opened(String name, Map<String, String> settings) {
    ScorerProvider provider =
        ScorerProviders.named(name)
            .orElseThrow(
                () ->
                    new ToolException(
                        "No scorer '"
                            + name
                            + "'. There are: "
                            + String.join(", ", ScorerProviders.names())));
    Map<String, String> own = ToolArguments.startingWith(name + ".", settings);
    try {
      provider.definition().parse(own);
      return provider.open(own);
    } catch (ConfigException e) {
      throw new ToolException("scorer." + name + ".*: " + e.getMessage(), e);
    }
  }
}
