package io.bellwether.connect.nomics.source.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.bellwether.connect.http.HttpService;
import io.bellwether.connect.http.Secrets;
import io.bellwether.connect.metrics.CallMeters;
import io.bellwether.connect.nomics.source.mapping.Market;
import io.bellwether.connect.nomics.source.offset.TradePosition;
import io.bellwether.connect.remote.Outcome;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import okhttp3.HttpUrl;
import okhttp3.Request;

/** Calls one API in its dialect. Calls block. Safe for use from several threads. */
public final class TradeApi implements AutoCloseable {
  /** The longest list of markets that is known has some 20 million bytes. */
  private static final long LONGEST_BODY = 64L << 20;

  private static final String USER_AGENT = "Bellwether";

  private final Dialect dialect;
  private final Optional<String> key;
  private final HttpService http;
  private final TradeAnswers answers;

  /**
   * @param url where the API is
   * @param key sent where the dialect needs one
   * @param meters told of calls
   */
  public TradeApi(
      Dialect dialect,
      String url,
      Optional<String> key,
      Duration callTime,
      CallMeters meters,
      InstantSource clock) {
    this.dialect = dialect;
    this.key = key.filter(given -> dialect.needsKey());
    this.http =
        new HttpService(
            new HttpService.Settings(
                dialect.title(),
                url,
                callTime,
                LONGEST_BODY,
                new Secrets(this.key.stream().toList())),
            meters);
    this.answers = new TradeAnswers(dialect, meters, clock);
  }

  /** All markets there are. */
  public Outcome<List<Market>> markets() {
    return call(dialect.markets(), dialect::markets);
  }

  /** The next page of a market. */
  public Outcome<TradePage> trades(Market market, TradePosition from, int pageSize) {
    Query query = dialect.trades(market, from, pageSize);
    return call(query, answer -> dialect.trades(market, from, query, answer));
  }

  private <T> Outcome<T> call(Query query, Function<JsonNode, T> parse) {
    HttpUrl.Builder url = http.url(query.path());
    key.ifPresent(secret -> url.addQueryParameter("key", secret));
    query.parameters().forEach(url::addQueryParameter);
    Request request =
        new Request.Builder().url(url.build()).header("User-Agent", USER_AGENT).build();
    return http.call(request, answer -> answers.read(answer, parse));
  }

  @Override
  public void close() {
    http.close();
  }
}
