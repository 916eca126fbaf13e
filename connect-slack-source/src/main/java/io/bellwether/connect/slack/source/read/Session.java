package io.bellwether.connect.slack.source.read;

import io.bellwether.connect.remote.Outcome;
import io.bellwether.connect.slack.SlackApi;
import io.bellwether.connect.slack.SlackChannel;
import io.bellwether.connect.slack.SlackChannels;
import io.bellwether.connect.slack.SlackIdentity;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Who we are and which channels there are.
 *
 * @param us the app
 * @param channels all that the app can see
 */
public record Session(SlackIdentity us, List<SlackChannel> channels) {
  /** Asks Slack; what came before a {@code Retry} is not asked for again. */
  public static final class Attempts {
    private final SlackApi api;
    private final SlackChannels channels;
    private SlackIdentity us;

    /**
     * @param types of conversations
     */
    public Attempts(SlackApi api, List<String> types) {
      this.api = api;
      this.channels = new SlackChannels(api, types);
    }

    /** Asks, or goes on asking. */
    public Outcome<Session> next() {
      Outcome<SlackIdentity> identity = us == null ? api.identity() : new Outcome.Ok<>(us);
      return identity.then(
          known -> {
            us = known;
            return channels.read().map(all -> new Session(known, all));
          });
    }
  }

  /** Channel names by id. */
  Map<String, String> channelNames() {
    return channels.stream()
        .filter(channel -> channel.name() != null)
        .collect(Collectors.toMap(SlackChannel::id, SlackChannel::name, (first, again) -> first));
  }

  /** What to tell about a channel that is not among them. */
  static String unknown(String wanted) {
    return "There is no channel '"
        + wanted
        + "' that the app can see: check slack.channels; a private channel is visible only to its"
        + " members, so invite the app to it (/invite).";
  }
}
