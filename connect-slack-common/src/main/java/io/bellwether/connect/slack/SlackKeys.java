package io.bellwether.connect.slack;

import io.bellwether.config.Rules;
import io.bellwether.connect.metrics.CallMeters;
import java.time.Duration;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Type;
import org.apache.kafka.common.config.ConfigDef.Width;

/** The keys by which both plugins reach Slack. */
public final class SlackKeys {
  /** The app's bot token. */
  public static final String BOT_TOKEN = "slack.bot.token";

  /** Where the Web API is. */
  public static final String API_URL = "slack.api.url";

  /** How long one call may take, in milliseconds. */
  public static final String TIMEOUT = "slack.timeout.ms";

  private static final String GROUP = "Slack";

  private SlackKeys() {}

  /** Adds the keys to a definition, as its first group. */
  public static ConfigDef define(ConfigDef definition, String scopes) {
    return definition
        .define(
            BOT_TOKEN,
            Type.PASSWORD,
            ConfigDef.NO_DEFAULT_VALUE,
            Rules.secret("the Bot User OAuth Token of the Slack app (it starts with xoxb-)"),
            Importance.HIGH,
            "The token of the Slack app, from *OAuth & Permissions* of its settings. It needs the"
                + " scopes "
                + scopes
                + ". Give it by a config provider, for example `${env:SLACK_BOT_TOKEN}`, so that it"
                + " is not stored in plain text.",
            GROUP,
            1,
            Width.LONG,
            "Bot token")
        .define(
            API_URL,
            Type.STRING,
            "https://slack.com/api/",
            Rules.safeUrl("the Web API's URL, such as https://slack.com/api/"),
            Importance.LOW,
            "Where Slack's Web API is. Change it only for a proxy or a test server.",
            GROUP,
            8,
            Width.LONG,
            "Web API URL")
        .define(
            TIMEOUT,
            Type.INT,
            10_000,
            Rules.between(100, 300_000, "milliseconds"),
            Importance.LOW,
            "How long one call to Slack may take before it counts as failed, in milliseconds.",
            GROUP,
            9,
            Width.SHORT,
            "Call time-out");
  }

  /** Opens the Web API with the bot token. */
  public static SlackApi botApi(AbstractConfig config) {
    return api(config, BOT_TOKEN);
  }

  /** The same with its calls counted. */
  public static SlackApi botApi(AbstractConfig config, CallMeters calls) {
    return api(config, BOT_TOKEN, calls);
  }

  /** Opens the Web API with the token of another key. */
  public static SlackApi api(AbstractConfig config, String tokenKey) {
    return api(config, tokenKey, CallMeters.unpublished());
  }

  /** The same with its calls counted. */
  public static SlackApi api(AbstractConfig config, String tokenKey, CallMeters calls) {
    return new SlackApi(
        config.getString(API_URL),
        config.getPassword(tokenKey),
        tokenKey,
        Duration.ofMillis(config.getInt(TIMEOUT)),
        calls);
  }
}
