package io.bellwether.connect.twitter.source.api;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import okio.ByteString;

/**
 * How the connector proves who it is; X takes all three for a search. The values are secrets: none
 * of these tells them in {@code toString}.
 */
public sealed interface Credentials {
  /** The configuration keys they came from, for remedies. */
  String keys();

  /** The values, in each form in which they travel. */
  List<String> secrets();

  /** Whether they are those of an app, not of a user: its limits differ, and streams need it. */
  boolean isApp();

  /** An app's bearer token. */
  record Bearer(String token) implements Credentials {
    @Override
    public String keys() {
      return "x.bearer.token";
    }

    @Override
    public List<String> secrets() {
      return List.of(token);
    }

    @Override
    public boolean isApp() {
      return true;
    }

    @Override
    public String toString() {
      return keys();
    }
  }

  /** An app's key and secret, exchanged for a bearer token at {@code POST /oauth2/token}. */
  record AppKey(String consumerKey, String consumerSecret) implements Credentials {
    @Override
    public String keys() {
      return "x.consumer.key and x.consumer.secret";
    }

    @Override
    public List<String> secrets() {
      return List.of(consumerKey, consumerSecret, basic());
    }

    /** As RFC 1738 and X want it: each half encoded for a URL, then both in Base64. */
    String basic() {
      return ByteString.encodeUtf8(encoded(consumerKey) + ":" + encoded(consumerSecret)).base64();
    }

    private static String encoded(String text) {
      return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public boolean isApp() {
      return true;
    }

    @Override
    public String toString() {
      return keys();
    }
  }

  /** A user's four keys, by which each request is signed (OAuth 1.0a). */
  record UserKeys(
      String consumerKey, String consumerSecret, String accessToken, String accessTokenSecret)
      implements Credentials {
    @Override
    public String keys() {
      return "x.consumer.key, x.consumer.secret, x.access.token and x.access.token.secret";
    }

    @Override
    public List<String> secrets() {
      return List.of(consumerKey, consumerSecret, accessToken, accessTokenSecret);
    }

    @Override
    public boolean isApp() {
      return false;
    }

    @Override
    public String toString() {
      return keys();
    }
  }
}
