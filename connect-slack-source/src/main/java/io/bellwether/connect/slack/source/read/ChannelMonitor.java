package io.bellwether.connect.slack.source.read;

import io.bellwether.connect.poll.Monitor;
import io.bellwether.connect.remote.Outcome;
import io.bellwether.connect.remote.Outcome.Ok;
import io.bellwether.connect.remote.Outcome.Reject;
import io.bellwether.connect.remote.Outcome.Retry;
import io.bellwether.connect.slack.SlackApi;
import io.bellwether.connect.slack.SlackChannel;
import io.bellwether.connect.slack.SlackChannels;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.connect.errors.ConnectException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks, on a thread of the connector's own, which conversations there are, joins those that are to
 * be joined, and tells when the ones to read have changed.
 */
public final class ChannelMonitor implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ChannelMonitor.class);

  private final SlackApi api;
  private final Monitor<List<SlackChannel>> monitor;
  private final Runnable onChange;
  private volatile List<String> ids = List.of();

  /**
   * @param interval between two looks
   * @param onChange told when {@link #ids} gives something new
   * @param onRefusal told when only a person can help
   */
  public ChannelMonitor(
      SlackApi api,
      ChannelChoice choice,
      Duration interval,
      Runnable onChange,
      Consumer<ConnectException> onRefusal) {
    this.api = api;
    this.onChange = onChange;
    SlackChannels listing = new SlackChannels(api, choice.types());
    this.monitor =
        new Monitor<>(
            "the channels", listing::read, interval, all -> take(choice.of(all)), onRefusal);
  }

  /** Begins to look. */
  public void start() {
    monitor.start();
  }

  /** The ids of the conversations to read, as far as known. */
  public List<String> ids() {
    return ids;
  }

  private void take(List<SlackChannel> chosen) {
    List<String> now = new ArrayList<>();
    for (SlackChannel channel : chosen) {
      if (channel.isMember() || isJoined(channel)) {
        now.add(channel.id());
      }
    }
    if (!now.equals(ids)) {
      LOG.info("The conversations to read are now {}", now);
      ids = List.copyOf(now);
      onChange.run();
    }
  }

  /** What cannot be joined now is tried again at the next look. */
  private boolean isJoined(SlackChannel channel) {
    Outcome<String> joined = api.join(channel.id());
    if (joined instanceof Ok<String>) {
      return true;
    }
    String why =
        joined instanceof Reject<String> reject
            ? reject.code() + " " + reject.remedy()
            : ((Retry<String>) joined).reason();
    LOG.warn("Channel {} is not joined: {}", channel.id(), why);
    return false;
  }

  @Override
  public void close() {
    monitor.close();
    api.close();
  }
}
