package io.bellwether.analyzer.scorer.azure;

import io.bellwether.analyzer.scorer.Scorer;
import io.bellwether.analyzer.scorer.ScorerProvider;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;

/** Opens the {@link AzureScorer} under the name {@code azure}. */
public final class AzureScorerProvider implements ScorerProvider {
  private static final Duration FIRST_PAUSE = Duration.ofMillis(500);

  @Override
  public String name() {
    return "azure";
  }

  @Override
  public ConfigDef definition() {
    return AzureKeys.definition();
  }

  @Override
  public boolean isRemote() {
    return true;
  }

  /** Nothing: each text is paid for, and counts towards the limit of a minute. */
  @Override
  public String warmUp() {
    return "";
  }

  @Override
  public Scorer open(Map<String, String> settings) {
    return new AzureScorer(settings(settings));
  }

  static AzureSettings settings(Map<String, String> given) {
    AbstractConfig config = new AbstractConfig(AzureKeys.definition(), given, false);
    return new AzureSettings(
        URI.create(config.getString(AzureKeys.ENDPOINT)),
        config.getPassword(AzureKeys.KEY).value(),
        config.getString(AzureKeys.API_VERSION),
        config.getString(AzureKeys.MODEL_VERSION),
        config.getInt(AzureKeys.PARALLEL),
        config.getInt(AzureKeys.PER_SECOND),
        config.getInt(AzureKeys.PER_MINUTE),
        Duration.ofMillis(config.getInt(AzureKeys.TIMEOUT)),
        Duration.ofMillis(config.getLong(AzureKeys.PATIENCE)),
        config.getString(AzureKeys.GIVE_UP).equalsIgnoreCase("fail"),
        config.getInt(AzureKeys.LONGEST_TEXT),
        FIRST_PAUSE);
  }
}
