package io.bellwether.connect.nomics.source.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.bellwether.connect.http.HttpAnswer;
import io.bellwether.connect.http.JsonBody;
import io.bellwether.connect.metrics.CallMeters;
import io.bellwether.connect.remote.Outcome;
import io.bellwether.connect.remote.Outcome.Ok;
import io.bellwether.connect.remote.Outcome.Reject;
import io.bellwether.connect.remote.Outcome.Retry;
import io.bellwether.connect.remote.Outcome.Scope;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;

/**
 * What an answer of a trade API means; the only place that decides it. The service's own words come
 * from its {@link Dialect}, HTTP statuses mean the same everywhere.
 */
final class TradeAnswers {
  private static final int BAD_REQUEST = 400;
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;

  /** Binance: banned for going on after 429. */
  private static final int BANNED = 418;

  /** Not for callers from this country. */
  private static final int LEGAL = 451;

  private final Dialect dialect;
  private final CallMeters meters;
  private final InstantSource clock;

  TradeAnswers(Dialect dialect, CallMeters meters, InstantSource clock) {
    this.dialect = dialect;
    this.meters = meters;
    this.clock = clock;
  }

  /**
   * What an answer means.
   *
   * @param parse reads a good one
   */
  <T> Outcome<T> read(HttpAnswer answer, Function<JsonNode, T> parse) {
    Outcome<JsonNode> body = JsonBody.of(answer, dialect.title());
    JsonNode json = body instanceof Ok<JsonNode> ok ? ok.value() : MissingNode.getInstance();
    Optional<Refusal> words = dialect.refusal(answer.status(), json);
    if (answer.status() == BANNED) {
      return holdOff(
          answer, "has banned this address for calls (HTTP " + BANNED + ")", Duration.ZERO);
    }
    if (answer.isLimited()) {
      return limited(answer, "HTTP " + answer.status(), Duration.ZERO);
    }
    if (words.isPresent()) {
      return refused(answer, words.get());
    }
    if (answer.isTrouble()) {
      return trouble(answer, "HTTP " + answer.status());
    }
    return answer.isSuccess() ? body.then(good -> parsed(good, parse)) : status(answer.status());
  }

  private <T> Outcome<T> parsed(JsonNode good, Function<JsonNode, T> parse) {
    try {
      T value = parse.apply(good);
      meters.succeeded();
      return new Ok<>(value);
    } catch (MalformedAnswerException e) {
      return new Retry<>(
          Duration.ZERO, dialect.title() + "'s answer cannot be read: " + e.getMessage(), true);
    }
  }

  private <T> Outcome<T> refused(HttpAnswer answer, Refusal refusal) {
    return switch (refusal.kind()) {
      case LIMITED -> limited(answer, refusal.code(), refusal.after());
      case TROUBLE -> trouble(answer, refusal.code());
      case MARKET -> market(refusal.code());
      case ALL -> all(refusal.code(), "Ask " + dialect.title() + " why it refuses this address.");
    };
  }

  private <T> Outcome<T> limited(HttpAnswer answer, String code, Duration atLeast) {
    return holdOff(answer, "limits the rate of calls (" + code + ")", atLeast);
  }

  private <T> Outcome<T> holdOff(HttpAnswer answer, String why, Duration atLeast) {
    meters.limited();
    Duration asked = answer.retryAfter(clock.instant());
    return new Retry<>(
        asked.compareTo(atLeast) > 0 ? asked : atLeast, dialect.title() + " " + why, false);
  }

  private <T> Outcome<T> trouble(HttpAnswer answer, String code) {
    return new Retry<>(
        answer.retryAfter(clock.instant()), dialect.title() + " is in trouble: " + code, true);
  }

  private <T> Outcome<T> status(int status) {
    String code = "http_" + status;
    return switch (status) {
      case UNAUTHORIZED, FORBIDDEN ->
          all(code, dialect.title() + " refuses the key: set trades.api.key to one that is good.");
      case LEGAL ->
          all(
              code,
              dialect.title()
                  + " does not serve this place: set trades.api.url to a host that does.");
      case BAD_REQUEST, NOT_FOUND -> market(code);
      default ->
          all(
              code,
              "HTTP " + status + " is no answer of this API: check trades.api and trades.api.url.");
    };
  }

  private <T> Outcome<T> market(String code) {
    return new Reject<>(
        Scope.ITEM,
        code,
        dialect.title() + " does not have this: check the market, trades.api and trades.api.url.");
  }

  private static <T> Outcome<T> all(String code, String remedy) {
    return new Reject<>(Scope.ALL, code, remedy);
  }
}
