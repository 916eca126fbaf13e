package io.bellwether.standin.x.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.bellwether.standin.x.Apps;
import io.bellwether.standin.x.XApp;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/** {@code POST /oauth2/token}: consumer key and secret for the app's bearer token. */
final class AppToken {
  private static final String BASIC = "basic ";

  private final Apps apps;

  AppToken(Apps apps) {
    this.apps = apps;
  }

  Reply answer(String authorization, String body) {
    Optional<XApp> app = app(authorization);
    if (app.isEmpty()) {
      return Reply.error(
          403, error(99, "Unable to verify your credentials", "authenticity_token_error"));
    }
    if (!Arrays.asList(body.split("&")).contains("grant_type=client_credentials")) {
      return Reply.error(
          400, error(170, "Missing required parameter: grant_type", "forbidden_missing_parameter"));
    }
    return Reply.ok(
        Json.object().put("token_type", "bearer").put("access_token", app.get().bearerToken()), 0);
  }

  private Optional<XApp> app(String header) {
    if (!header.toLowerCase(Locale.ROOT).startsWith(BASIC)) {
      return Optional.empty();
    }
    String given;
    try {
      byte[] bytes = Base64.getDecoder().decode(header.substring(BASIC.length()).strip());
      given = new String(bytes, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
    int colon = given.indexOf(':');
    if (colon < 0) {
      return Optional.empty();
    }
    String secret = decoded(given.substring(colon + 1));
    return apps.byConsumerKey(decoded(given.substring(0, colon)))
        .filter(app -> app.consumerSecret().equals(secret));
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notEncoded) {
      return text;
    }
  }

  private static JsonNode error(int code, String message, String label) {
    return Json.object()
        .set(
            "errors",
            Json.array()
                .add(Json.object().put("code", code).put("message", message).put("label", label)));
  }
}
