package io.bellwether.chaos.secrets;

import io.bellwether.chaos.lab.Place;
import io.bellwether.chaos.lab.SlackPlace;
import io.bellwether.quickstart.stack.Topics;
import io.bellwether.standin.trades.Options;
import io.bellwether.standin.trades.TradesStandIn;
import io.bellwether.standin.x.XApp;
import io.bellwether.standin.x.XStandIn;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Services whose credentials are to be seen nowhere. */
final class Canaries implements Place {
  private static final String TRADES_KEY = "canary-trades-key-4711";

  final SlackPlace slack = new SlackPlace();
  final XStandIn x =
      XStandIn.start(
          io.bellwether.standin.x.Options.defaults().withSearchDelay(Duration.ofSeconds(1)));
  final TradesStandIn trades = TradesStandIn.start(Options.defaults().withNomicsKey(TRADES_KEY));
  private final XApp app = x.apps().app("canary");

  @Override
  public Map<String, String> secrets() {
    Map<String, String> secrets = new HashMap<>(slack.secrets());
    secrets.put("X_CONSUMER_KEY", app.consumerKey());
    secrets.put("X_CONSUMER_SECRET", app.consumerSecret());
    secrets.put("TRADES_API_KEY", TRADES_KEY);
    return secrets;
  }

  /** Every form in which one could show. */
  List<String> forms() {
    String both = app.consumerKey() + ":" + app.consumerSecret();
    return Stream.concat(
            secrets().values().stream(),
            Stream.of(
                app.bearerToken(),
                Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8))))
        .flatMap(each -> Stream.of(each, URLEncoder.encode(each, StandardCharsets.UTF_8)))
        .distinct()
        .toList();
  }

  @Override
  public String address() {
    return slack.address();
  }

  @Override
  public Map<String, String> settings() {
    return Map.of();
  }

  @Override
  public List<Topics.Topic> topics() {
    return List.of(new Topics.Topic("trades", false), new Topics.Topic("market-metadata", true));
  }

  @Override
  public String secretPattern() {
    throw new UnsupportedOperationException("There are several: see forms");
  }

  @Override
  public void close() {
    slack.close();
    x.close();
    trades.close();
  }
}
