package io.bellwether.connect.slack.source;

import io.bellwether.config.Rules;
import io.bellwether.connect.slack.SlackKeys;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Type;
import org.apache.kafka.common.config.ConfigDef.Width;

/** All keys of the connector, in the order of their groups. */
final class SlackSourceKeys {
  private SlackSourceKeys() {}

  static ConfigDef define() {
    ConfigDef keys =
        SlackKeys.define(
            new ConfigDef(),
            "`channels:history`, `channels:read`, `groups:read` and `users:read`, for private"
                + " channels also `groups:history`");
    keys.define(
        SlackSourceConfig.APP_TOKEN,
        Type.PASSWORD,
        null,
        Rules.secret("xapp-", "the app-level token of the Slack app"),
        Importance.HIGH,
        "The app-level token with the scope `connections:write`, from *Basic Information* of the"
            + " app's settings. Needed in `mode=socket`.",
        "Slack",
        2,
        Width.LONG,
        "App-level token");
    ReadKeys.define(keys);
    ReadKeys.defineChannels(keys);
    PaceKeys.define(keys);
    return keys;
  }
}
