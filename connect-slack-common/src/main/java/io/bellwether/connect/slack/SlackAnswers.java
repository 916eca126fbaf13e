package io.bellwether.connect.slack;

import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
import io.bellwether.connect.http.AnswerTooLongException;
import io.bellwether.connect.metrics.CallMeters;
import io.bellwether.connect.remote.Outcome;
import io.bellwether.connect.remote.Outcome.Ok;
import io.bellwether.connect.remote.Outcome.Reject;
import io.bellwether.connect.remote.Outcome.Retry;
import io.bellwether.connect.remote.Outcome.Scope;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Set;

/**
 * What an answer of Slack's Web API means; the only place that decides it. Errors mostly come with
 * HTTP 200 and {@code "ok":false}; the error codes are listed with each method at
 * docs.slack.dev/reference/methods.
 */
final class SlackAnswers {
  private static final Set<String> TRANSIENT =
      Set.of(
          "internal_error",
          "fatal_error",
          "service_unavailable",
          "request_timeout",
          "team_added_to_org");
  private static final Set<String> RATE_LIMITED =
      Set.of("ratelimited", "rate_limited", "message_limit_exceeded");
  private static final Set<String> BAD_TOKEN =
      Set.of(
          "invalid_auth",
          "not_authed",
          "account_inactive",
          "token_revoked",
          "token_expired",
          "not_allowed_token_type",
          "org_login_required",
          "team_access_not_granted",
          "ekm_access_denied");
  private static final Set<String> NOT_ALLOWED =
      Set.of(
          "access_denied",
          "no_permission",
          "accesslimited",
          "enterprise_is_restricted",
          "two_factor_setup_required",
          "method_deprecated",
          "deprecated_endpoint");

  private final String tokenKey;
  private final CallMeters calls;

  /**
   * @param tokenKey the configuration key of the token in use, for the remedies
   * @param calls told of limits and successes
   */
  SlackAnswers(String tokenKey, CallMeters calls) {
    this.tokenKey = tokenKey;
    this.calls = calls;
  }

  <R extends SlackApiTextResponse> Outcome<R> answered(R answer) {
    if (answer == null) {
      return new Retry<>(Duration.ZERO, "Slack sent an empty answer", true);
    }
    if (!answer.isOk()) {
      return answer.getError() == null || answer.getError().isBlank()
          ? new Retry<>(Duration.ZERO, "Slack refused without a reason", true)
          : refused(answer.getError(), answer.getNeeded());
    }
    calls.succeeded();
    return new Ok<>(answer);
  }

  <R> Outcome<R> failed(SlackApiException e) {
    int status = e.getResponse().code();
    if (status == 429) {
      calls.limited();
      return new Retry<>(retryAfter(e), "Slack's rate limit (HTTP 429)", false);
    }
    if (status >= 500 || status == 408 || status == 425) {
      return new Retry<>(retryAfter(e), "Slack answered HTTP " + status, true);
    }
    if (e.getResponse().isRedirect()) {
      return new Retry<>(Duration.ZERO, "Slack sends us elsewhere, which is not followed", false);
    }
    if (e.getError() != null && e.getError().getError() != null) {
      return refused(e.getError().getError(), e.getError().getNeeded());
    }
    return new Reject<>(
        Scope.ALL,
        "http_" + status,
        "HTTP " + status + " is no answer of Slack's Web API: check slack.api.url.");
  }

  <R> Outcome<R> broken(IOException e) {
    if (e instanceof AnswerTooLongException) {
      return new Retry<>(Duration.ZERO, "Slack: " + e.getMessage(), true);
    }
    boolean neverSent = e instanceof ConnectException || e instanceof UnknownHostException;
    String what = neverSent ? "Slack cannot be reached" : "The connection to Slack broke";
    return new Retry<>(Duration.ZERO, what + " (" + e.getClass().getSimpleName() + ")", !neverSent);
  }

  <R> Outcome<R> unreadable(RuntimeException e) {
    return new Retry<>(
        Duration.ZERO,
        "Slack's answer cannot be read (" + e.getClass().getSimpleName() + ")",
        true);
  }

  private <R> Outcome<R> refused(String code, String needed) {
    if (RATE_LIMITED.contains(code)) {
      calls.limited();
      return new Retry<>(Duration.ZERO, "Slack's rate limit (" + code + ")", false);
    }
    if (TRANSIENT.contains(code)) {
      return new Retry<>(Duration.ZERO, "Slack is in trouble (" + code + ")", true);
    }
    if (BAD_TOKEN.contains(code)) {
      return new Reject<>(
          Scope.ALL,
          code,
          "Slack refuses the token: set "
              + tokenKey
              + " to a current token of an app that is installed in the workspace.");
    }
    if (code.equals("missing_scope")) {
      return new Reject<>(
          Scope.ALL,
          code,
          "The token of "
              + tokenKey
              + " lacks the scope "
              + needed
              + ": add it to the app and install the app again.");
    }
    if (NOT_ALLOWED.contains(code)) {
      return new Reject<>(
          Scope.ALL, code, "Slack does not allow the app to do this: ask the workspace's admins.");
    }
    return new Reject<>(Scope.ITEM, code, itemRemedy(code));
  }

  private static String itemRemedy(String code) {
    return switch (code) {
      case "channel_not_found" ->
          "There is no such channel for this app: check the name or id; a private channel is"
              + " visible only to its members, so invite the app to it.";
      case "not_in_channel" -> "The app is not a member: invite it to the channel (/invite).";
      case "name_taken" ->
          "A channel of this name exists that the app does not see: it is archived, or private and"
              + " the app was not invited.";
      case "invalid_name_specials", "invalid_name", "invalid_name_punctuation" ->
          "Slack takes only lower-case letters, digits, - and _ in a channel's name.";
      case "is_archived" -> "The channel is archived: choose another or unarchive it.";
      default -> "Slack answered " + code + ".";
    };
  }

  private static Duration retryAfter(SlackApiException e) {
    String seconds = e.getResponse().header("Retry-After");
    try {
      return seconds == null ? Duration.ZERO : Duration.ofSeconds(Long.parseLong(seconds.strip()));
    } catch (NumberFormatException notSeconds) {
      return Duration.ZERO;
    }
  }
}
