package io.bellwether.connect.nomics.source.read;

import io.bellwether.connect.config.ConnectorCheck;
import io.bellwether.connect.metrics.CallMeters;
import io.bellwether.connect.nomics.source.NomicsSourceConfig;
import io.bellwether.connect.nomics.source.api.TradeApi;
import io.bellwether.connect.nomics.source.mapping.Market;
import io.bellwether.connect.nomics.source.schedule.Pace;
import io.bellwether.connect.remote.Outcome;
import io.bellwether.connect.remote.Outcome.Ok;
import io.bellwether.connect.remote.Outcome.Reject;
import io.bellwether.connect.remote.Outcome.Retry;
import java.time.InstantSource;
import java.util.List;

/** Looks, before a configuration is accepted, whether it can work. */
public final class TradesCheck {
  private TradesCheck() {}

  /** Adds what does not fit together, and then what the service objects to. */
  public static void run(ConnectorCheck check, NomicsSourceConfig config, InstantSource clock) {
    checkTogether(check, config);
    if (!check.isClean()) {
      return;
    }
    try (TradeApi api = config.api(CallMeters.unpublished(), clock)) {
      Outcome<List<Market>> markets = api.markets();
      report(check, markets);
      if (markets instanceof Ok<List<Market>> ok) {
        checkMarkets(check, config, ok.value());
      }
    }
  }

  private static void checkTogether(ConnectorCheck check, NomicsSourceConfig config) {
    if (config.choice().isEmpty()) {
      check.error(
          NomicsSourceConfig.MARKETS,
          "Nothing is to be read: set markets, or markets.include (.* for all markets).");
    }
    if (config.choice().exclude().isPresent() && config.choice().include().isEmpty()) {
      check.error(
          NomicsSourceConfig.EXCLUDE,
          "There is nothing to exclude from: set markets.include as well.");
    }
    if (config.url().isEmpty()) {
      check.error(
          NomicsSourceConfig.URL,
          "Nomics itself closed in 2023: set trades.api.url to a server that speaks its API.");
    }
    if (config.pace().pageSize() > config.dialect().longestPage()) {
      check.error(
          NomicsSourceConfig.PAGE_SIZE,
          "%s gives at most %d trades at once: set page.size to that or less, or leave it out."
              .formatted(config.dialect().title(), config.dialect().longestPage()));
    }
  }

  private static void checkMarkets(
      ConnectorCheck check, NomicsSourceConfig config, List<Market> all) {
    List<String> missing = config.choice().missing(all);
    if (!missing.isEmpty()) {
      check.error(
          NomicsSourceConfig.MARKETS,
          "There is no market "
              + String.join(", ", missing)
              + ". There is, for example, "
              + NearMarkets.to(missing.get(0), all)
              + ".");
    }
    Pace pace = config.pace();
    int count = config.choice().of(all).size();
    if (count == 0 && missing.isEmpty()) {
      check.error(
          NomicsSourceConfig.INCLUDE,
          "None of the %d markets matches: the whole of a name such as %s must."
              .formatted(all.size(), NearMarkets.to("", all)));
    } else if (count > 0 && !pace.allows(count)) {
      check.error(
          NomicsSourceConfig.STALENESS,
          ("%d markets cannot each be read within %d ms by %s requests a second: set staleness.ms to"
                  + " %d or more, raise requests.per.second if the service allows it, or choose fewer"
                  + " markets.")
              .formatted(
                  count,
                  pace.staleness().toMillis(),
                  pace.requestsPerSecond(),
                  pace.shortestBound(count).toMillis()));
    }
  }

  /** A rate limit says nothing about the configuration and is no reason to refuse it. */
  private static void report(ConnectorCheck check, Outcome<?> outcome) {
    if (outcome instanceof Reject<?> reject) {
      boolean isKey = reject.code().equals("http_401") || reject.code().equals("http_403");
      check.error(
          isKey ? NomicsSourceConfig.KEY : NomicsSourceConfig.URL,
          reject.remedy() + " (" + reject.code() + ")");
    } else if (outcome instanceof Retry<?> retry && retry.after().isZero()) {
      check.error(
          NomicsSourceConfig.URL,
          retry.reason() + ": check trades.api.url and the network of the worker, then try again.");
    }
  }
}
