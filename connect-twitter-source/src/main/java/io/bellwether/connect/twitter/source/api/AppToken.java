package io.bellwether.connect.twitter.source.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.bellwether.connect.http.HttpService;
import io.bellwether.connect.remote.Outcome;
import io.bellwether.connect.remote.Outcome.Ok;
import io.bellwether.connect.remote.Outcome.Retry;
import java.time.Duration;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import okhttp3.Request;

/**
 * An app's bearer token, asked for with its key and secret ({@code POST /oauth2/token}) when it is
 * first needed and whenever X does not take it any more.
 */
final class AppToken implements Authorizer {
  private static final String BEARER = "Bearer ";

  private final Credentials.AppKey keys;
  private final HttpService http;
  private final XAnswers answers;
  private String token;

  AppToken(Credentials.AppKey keys, HttpService http, XAnswers answers) {
    this.keys = keys;
    this.http = http;
    this.answers = answers;
  }

  @Override
  public synchronized Outcome<String> header(String method, HttpUrl url) {
    if (token != null) {
      return new Ok<>(BEARER + token);
    }
    Request request =
        new Request.Builder()
            .url(http.url("oauth2/token").build())
            .header("Authorization", "Basic " + keys.basic())
            .post(new FormBody.Builder().add("grant_type", "client_credentials").build())
            .build();
    return http.<String>call(request, answer -> answers.token(answer, this::accessToken))
        .map(
            given -> {
              http.secrets().add(given);
              token = given;
              return BEARER + given;
            });
  }

  private Outcome<String> accessToken(JsonNode body) {
    String given = body.path("access_token").asText();
    return given.isBlank() || !"bearer".equalsIgnoreCase(body.path("token_type").asText())
        ? new Retry<>(Duration.ZERO, "X gave no bearer token", true)
        : new Ok<>(given);
  }

  @Override
  public synchronized boolean renew(String refused) {
    if (refused.equals(BEARER + token)) {
      // X may well give the same one again, which must not be blotted out of that answer.
      http.secrets().remove(token);
      token = null;
    }
    return true;
  }
}
