package io.bellwether.connect.twitter.source.api;

import com.fasterxml.jackson.databind.JsonNode;
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
 * What an answer of X means; the only place that decides it. Errors are {@code
 * application/problem+json}, or of the older form with {@code errors}
 * (docs.x.com/x-api/fundamentals/response-codes-and-errors).
 */
final class XAnswers {
  /** The code of a refusal of the credentials. */
  static final String UNAUTHORIZED_CODE = "unauthorized";

  private static final String SERVICE = "X";
  private static final int UNAUTHORIZED = 401;
  private static final int PAYMENT_REQUIRED = 402;
  private static final int FORBIDDEN = 403;
  private static final int BAD_REQUEST = 400;
  private static final int CONFLICT = 409;

  private final String credentialKeys;
  private final CallMeters calls;
  private final InstantSource clock;

  /**
   * @param credentialKeys the configuration keys of the credentials in use, for the remedies
   * @param calls told of limits and successes
   */
  XAnswers(String credentialKeys, CallMeters calls, InstantSource clock) {
    this.credentialKeys = credentialKeys;
    this.calls = calls;
    this.clock = clock;
  }

  /** Something came through an open stream, be it a sign of life. */
  void alive() {
    calls.succeeded();
  }

  /**
   * What an answer means.
   *
   * @param read makes a value of the body of a success
   */
  <T> Outcome<T> read(HttpAnswer answer, Function<JsonNode, Outcome<T>> read) {
    if (answer.isSuccess()) {
      return JsonBody.of(answer, SERVICE)
          .then(read)
          .map(
              value -> {
                calls.succeeded();
                return value;
              });
    }
    return refused(answer, problem(answer));
  }

  /** The problem of an answer that is no success; empty when the body is no JSON. */
  static Problem problem(HttpAnswer answer) {
    return JsonBody.of(answer, SERVICE) instanceof Ok<JsonNode> ok
        ? Problem.of(ok.value())
        : Problem.NONE;
  }

  <T> Outcome<T> refused(HttpAnswer answer, Problem problem) {
    int status = answer.status();
    if (answer.isLimited()) {
      calls.limited();
      return new Retry<>(untilAllowed(answer), "X's rate limit (HTTP 429)", false);
    }
    if (answer.isTrouble()) {
      return new Retry<>(answer.retryAfter(clock.instant()), "X answered HTTP " + status, true);
    }
    return switch (status) {
      case UNAUTHORIZED ->
          new Reject<>(
              Scope.ALL,
              UNAUTHORIZED_CODE,
              "X refuses the credentials: set " + credentialKeys + " to current ones of one app.");
      case PAYMENT_REQUIRED ->
          new Reject<>(
              Scope.ALL,
              "credits-depleted",
              "The account has no credits left: buy some in X's Developer Console, then restart"
                  + " the connector.");
      case FORBIDDEN ->
          new Reject<>(
              Scope.ALL,
              problem.code("forbidden"),
              "X does not allow this app to do this: it must belong to a project whose access"
                  + " level has the endpoint. X says: "
                  + problem.detail());
      case BAD_REQUEST, CONFLICT ->
          new Reject<>(Scope.ITEM, problem.code("invalid-request"), "X says: " + problem.detail());
      default ->
          new Reject<>(
              Scope.ALL,
              "http_" + status,
              "HTTP " + status + " is no answer of X's API: check x.api.url.");
    };
  }

  private Duration untilAllowed(HttpAnswer answer) {
    Duration told = answer.retryAfter(clock.instant());
    Duration reset =
        RateHeaders.of(answer, clock.instant())
            .filter(headers -> headers.remaining() == 0)
            .map(RateHeaders::untilReset)
            .orElse(Duration.ZERO);
    return told.compareTo(reset) > 0 ? told : reset;
  }

  /** A stream that was not opened. */
  Outcome<StreamAnswer> stream(HttpAnswer answer) {
    Problem problem = problem(answer);
    if (problem.isUsageCap()) {
      return new Ok<>(new StreamAnswer.Capped(problem.isDaily()));
    }
    if (answer.isLimited()) {
      calls.limited();
      return new Ok<>(
          new StreamAnswer.Limited(untilAllowed(answer), "X says: " + problem.detail()));
    }
    return answer.isTrouble()
        ? new Ok<>(new StreamAnswer.Unavailable("X answered HTTP " + answer.status()))
        : refused(answer, problem);
  }

  /** A token: X answers 403 to a key or secret that is wrong. */
  Outcome<String> token(HttpAnswer answer, Function<JsonNode, Outcome<String>> read) {
    return answer.status() == FORBIDDEN || answer.status() == UNAUTHORIZED
        ? new Reject<>(
            Scope.ALL,
            "authenticity_token_error",
            "X refuses the key and secret of the app: set " + credentialKeys + " to current ones.")
        : read(answer, read);
  }

  /** A search: its window and the cap of what may be read are answers too. */
  Outcome<SearchAnswer> search(HttpAnswer answer) {
    if (answer.isSuccess()) {
      return read(answer, SearchPages::read);
    }
    Problem problem = problem(answer);
    if (problem.isUsageCap()) {
      return new Ok<>(new SearchAnswer.Capped(problem.isDaily()));
    }
    Optional<SearchAnswer> tooOld =
        answer.status() == BAD_REQUEST ? problem.tooOld() : Optional.empty();
    return tooOld.<Outcome<SearchAnswer>>map(Ok::new).orElseGet(() -> refused(answer, problem));
  }
}
