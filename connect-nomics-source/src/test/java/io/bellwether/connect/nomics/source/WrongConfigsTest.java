package io.bellwether.connect.nomics.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.connect.validate.Sample;
import io.bellwether.connect.validate.WrongConfigs;
import io.bellwether.standin.trades.Options;
import io.bellwether.standin.trades.TradesStandIn;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WrongConfigsTest {
  @Test
  void eachMistakeIsAnsweredByWhatIsWrongWhyAndWhatToDo() {
    try (TradesStandIn service = TradesStandIn.start(Options.defaults().withRateLimits(false))) {
      for (String market : List.of("BTC/USD", "ETH/USD", "XRP/EUR")) {
        service.markets().list("kraken:" + market);
      }
      String kraken = service.url() + "/0/public/";
      new WrongConfigs("nomics-source", Map.of("trades.api.url", kraken))
          .show(kraken, "https://api.kraken.com/0/public/")
          .show(service.nomicsUrl().toString(), "https://trades.example.com/v1/")
          .areAnsweredAsTold();
    }
  }

  @Test
  void everySampleIsAccepted(@TempDir Path secrets) {
    try (TradesStandIn service = TradesStandIn.start(Options.defaults().withRateLimits(false))) {
      List.of("BTC/USD", "ETH/USD").forEach(market -> service.markets().list("kraken:" + market));
      Map<String, String> given = Map.of("trades.api.url", service.url() + "/0/public/");
      assertThat(Sample.allAreAccepted(NomicsSourceConnector.class, given, secrets)).isEqualTo(2);
    }
  }
}
