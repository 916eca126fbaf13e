package io.bellwether.standin.x.api;

import io.bellwether.standin.x.Apps;
import io.bellwether.standin.x.XApp;
import io.undertow.server.HttpServerExchange;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Checks signatures of OAuth 1.0a (RFC 5849, HMAC-SHA1) over method, address and parameters, the
 * time they were made and that no nonce comes twice. Bodies are not form-encoded here, so they are
 * not signed.
 */
final class OAuth1 {
  private static final Pattern PARAMETER = Pattern.compile("\\s*([^=,\\s]+)=\"([^\"]*)\"\\s*,?");
  private static final Duration TOLERANCE = Duration.ofMinutes(5);

  private final Apps apps;
  private final Map<String, Instant> nonces = new HashMap<>();

  OAuth1(Apps apps) {
    this.apps = apps;
  }

  /** The app whose user has signed this; empty when anything about it is wrong. */
  Optional<XApp> verify(HttpServerExchange exchange, String header, Instant now) {
    Map<String, String> oauth = parameters(header);
    Optional<XApp> app =
        apps.byConsumerKey(oauth.getOrDefault("oauth_consumer_key", ""))
            .filter(each -> each.accessToken().equals(oauth.get("oauth_token")))
            .filter(each -> "HMAC-SHA1".equals(oauth.get("oauth_signature_method")))
            .filter(each -> "1.0".equals(oauth.getOrDefault("oauth_version", "1.0")))
            .filter(each -> inTime(oauth.getOrDefault("oauth_timestamp", ""), now))
            .filter(each -> signed(exchange, oauth, each));
    // After the signature: a stranger must not be able to use up somebody's nonces.
    return app.filter(each -> fresh(oauth.getOrDefault("oauth_nonce", ""), now));
  }

  private static Map<String, String> parameters(String header) {
    Map<String, String> found = new LinkedHashMap<>();
    Matcher matcher = PARAMETER.matcher(header);
    while (matcher.find()) {
      found.put(decoded(matcher.group(1)), decoded(matcher.group(2)));
    }
    return found;
  }

  private static boolean inTime(String timestamp, Instant now) {
    return timestamp.matches("\\d{1,12}")
        && Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), now)
                .abs()
                .compareTo(TOLERANCE)
            <= 0;
  }

  private synchronized boolean fresh(String nonce, Instant now) {
    nonces.values().removeIf(seen -> seen.plus(TOLERANCE.multipliedBy(2)).isBefore(now));
    return !nonce.isEmpty() && nonces.putIfAbsent(nonce, now) == null;
  }

  private static boolean signed(HttpServerExchange exchange, Map<String, String> oauth, XApp app) {
    List<String> pairs = new ArrayList<>();
    oauth.forEach(
        (name, value) -> {
          if (!name.equals("oauth_signature")) {
            pairs.add(encoded(name) + "=" + encoded(value));
          }
        });
    exchange
        .getQueryParameters()
        .forEach(
            (name, values) ->
                values.forEach(value -> pairs.add(encoded(name) + "=" + encoded(value))));
    String base =
        exchange.getRequestMethod()
            + "&"
            + encoded(exchange.getRequestURL())
            + "&"
            + encoded(pairs.stream().sorted().collect(Collectors.joining("&")));
    byte[] expected =
        mac(encoded(app.consumerSecret()) + "&" + encoded(app.accessTokenSecret()), base);
    return MessageDigest.isEqual(
        Base64.getEncoder().encode(expected),
        oauth.getOrDefault("oauth_signature", "").getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] mac(String key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java knows HmacSHA1", impossible);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8)
        .replace("+", "%20")
        .replace("*", "%2A")
        .replace("%7E", "~");
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
