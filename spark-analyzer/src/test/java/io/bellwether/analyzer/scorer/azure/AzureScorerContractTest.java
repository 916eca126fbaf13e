package io.bellwether.analyzer.scorer.azure;

import io.bellwether.analyzer.scorer.Scorer;
import io.bellwether.analyzer.scorer.ScorerContract;
import io.bellwether.standin.azure.AzureStandIn;
import io.bellwether.standin.azure.Options;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;

class AzureScorerContractTest extends ScorerContract {
  private static final AzureStandIn AZURE =
      AzureStandIn.start(
          Options.defaults().withAnswerTime(Duration.ZERO).withLimits(100_000, 1_000_000));

  @Override
  protected Scorer open() {
    return AzureScorerTest.scorer(AZURE.url(), Options.DEFAULT_KEY, 10_000, true);
  }

  @Override
  protected int repeated() {
    return 300;
  }

  @AfterAll
  static void stop() {
    AZURE.close();
  }
}
