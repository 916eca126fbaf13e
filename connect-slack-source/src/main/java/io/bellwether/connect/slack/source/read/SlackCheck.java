package io.bellwether.connect.slack.source.read;

import io.bellwether.connect.config.ConnectorCheck;
import io.bellwether.connect.remote.Outcome;
import io.bellwether.connect.remote.Outcome.Ok;
import io.bellwether.connect.remote.Outcome.Reject;
import io.bellwether.connect.remote.Outcome.Retry;
import io.bellwether.connect.slack.SlackApi;
import io.bellwether.connect.slack.SlackChannel;
import io.bellwether.connect.slack.SlackKeys;
import io.bellwether.connect.slack.source.SlackSourceConfig;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Asks Slack, before a configuration is accepted, whether it can work. */
public final class SlackCheck {
  private SlackCheck() {}

  /** Adds what Slack objects to. */
  public static void run(ConnectorCheck check, SlackSourceConfig config) {
    try (SlackApi bot = SlackKeys.botApi(config)) {
      Outcome<Session> session = new Session.Attempts(bot, config.choice().types()).next();
      report(check, SlackKeys.BOT_TOKEN, session);
      if (session instanceof Ok<Session> ok) {
        checkChannels(check, config, ok.value());
      }
    }
    if (config.isSocket() && check.isClean()) {
      try (SlackApi app = SlackKeys.api(config, SlackSourceConfig.APP_TOKEN)) {
        report(check, SlackSourceConfig.APP_TOKEN, app.openConnection());
      }
    }
  }

  private static void checkChannels(
      ConnectorCheck check, SlackSourceConfig config, Session session) {
    Set<String> ids = new HashSet<>();
    for (String wanted : config.getList(SlackSourceConfig.CHANNELS)) {
      Optional<SlackChannel> channel = SlackChannel.find(wanted, session.channels());
      if (channel.isEmpty()) {
        check.error(SlackSourceConfig.CHANNELS, Session.unknown(wanted));
      } else if (!channel.get().isMember() && !config.choice().mayJoin(channel.get())) {
        check.error(
            SlackSourceConfig.CHANNELS,
            "The app is not a member of '" + wanted + "': invite it to the channel (/invite).");
      } else if (!ids.add(channel.get().id())) {
        check.error(
            SlackSourceConfig.CHANNELS,
            "'" + wanted + "' is a channel that is listed already: list each channel once.");
      }
    }
  }

  /** A rate limit says nothing about the configuration and is no reason to refuse it. */
  private static void report(ConnectorCheck check, String tokenKey, Outcome<?> outcome) {
    if (outcome instanceof Reject<?> reject) {
      boolean isAddress = reject.code().startsWith("http_");
      check.error(
          isAddress ? SlackKeys.API_URL : tokenKey, reject.remedy() + " (" + reject.code() + ")");
    } else if (outcome instanceof Retry<?> retry && retry.after().isZero()) {
      check.error(
          SlackKeys.API_URL,
          retry.reason() + ": check slack.api.url and the network of the worker, then try again.");
    }
  }
}
