package io.bellwether.connect.twitter.source;

import io.bellwether.config.Rules;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Type;
import org.apache.kafka.common.config.ConfigDef.Width;

/** How X is reached. */
final class AccessKeys {
  private static final String GROUP = "X";

  private AccessKeys() {}

  static void define(ConfigDef keys) {
    secret(
        keys,
        TwitterSourceConfig.BEARER_TOKEN,
        Importance.HIGH,
        "The bearer token of the X app, from *Keys and tokens* of its settings. The simplest of"
            + " three ways; the others are key and secret of the app alone, which are exchanged for"
            + " a bearer token, or these and a user's access token and secret, by which each request"
            + " is signed. Use one of the three. Give secrets by a config provider, for example"
            + " `${env:X_BEARER_TOKEN}`, so that they are not stored in plain text.",
        1,
        "Bearer token");
    secret(
        keys,
        TwitterSourceConfig.CONSUMER_KEY,
        Importance.MEDIUM,
        "The key of the X app (*API key*, *consumer key*).",
        2,
        "Consumer key");
    secret(
        keys,
        TwitterSourceConfig.CONSUMER_SECRET,
        Importance.MEDIUM,
        "The secret of the X app that belongs to its key.",
        3,
        "Consumer secret");
    secret(
        keys,
        TwitterSourceConfig.ACCESS_TOKEN,
        Importance.MEDIUM,
        "The access token of a user for the app (OAuth 1.0a). In `mode=stream` it is not used: X"
            + " takes only an app's own credentials there.",
        4,
        "Access token");
    secret(
        keys,
        TwitterSourceConfig.ACCESS_TOKEN_SECRET,
        Importance.MEDIUM,
        "The secret that belongs to the access token.",
        5,
        "Access token secret");
    keys.define(
        TwitterSourceConfig.API_URL,
        Type.STRING,
        "https://api.x.com/",
        Rules.safeUrl(),
        Importance.LOW,
        "Where X's API is. Change it only for a proxy or a test server.",
        GROUP,
        6,
        Width.LONG,
        "API URL");
    keys.define(
        TwitterSourceConfig.TIMEOUT,
        Type.INT,
        20_000,
        Rules.between(100, 300_000, "milliseconds"),
        Importance.LOW,
        "How long one call to X may take before it counts as failed, in milliseconds.",
        GROUP,
        7,
        Width.SHORT,
        "Call time-out");
  }

  private static void secret(
      ConfigDef keys, String key, Importance importance, String doc, int order, String name) {
    keys.define(
        key,
        Type.PASSWORD,
        null,
        Rules.secret("a key or token as X shows it"),
        importance,
        doc,
        GROUP,
        order,
        Width.LONG,
        name);
  }
}
