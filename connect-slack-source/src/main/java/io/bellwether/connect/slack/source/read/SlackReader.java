package io.bellwether.connect.slack.source.read;

import io.bellwether.connect.poll.PollLoop;
import io.bellwether.connect.poll.Reader;
import io.bellwether.connect.remote.Outcome;
import io.bellwether.connect.remote.Outcome.Ok;
import io.bellwether.connect.remote.Outcome.Reject;
import io.bellwether.connect.remote.Outcome.Retry;
import io.bellwether.connect.remote.RetryClock;
import io.bellwether.connect.slack.source.api.Live;
import io.bellwether.connect.slack.source.api.LiveFeed;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.source.SourceRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads all channels of a task: what is live as soon as it comes, history when it is due. */
final class SlackReader implements Reader {
  private static final Logger LOG = LoggerFactory.getLogger(SlackReader.class);
  private static final int MAX_BATCH = 500;

  private final Map<String, ChannelReader> channels;
  private final CatchUp catchUp;
  private final Optional<LiveFeed> live;
  private final Supplier<Outcome<String>> socketUrl;
  private final RetryClock connecting;
  private final Duration heartbeat;
  private final SourceMeters meters;
  private final InstantSource clock;
  private final PollLoop loop;
  private final Acknowledgements acknowledgements = new Acknowledgements();

  /**
   * @param channels by id
   * @param live empty in history mode
   * @param socketUrl asks Slack for the URL of a Socket Mode connection
   * @param connecting when a connection may be tried
   * @param heartbeat between two of a channel
   * @param loop that this reader is turned over by
   */
  SlackReader(
      Map<String, ChannelReader> channels,
      CatchUp catchUp,
      Optional<LiveFeed> live,
      Supplier<Outcome<String>> socketUrl,
      RetryClock connecting,
      Duration heartbeat,
      SourceMeters meters,
      InstantSource clock,
      PollLoop loop) {
    this.channels = channels;
    this.catchUp = catchUp;
    this.live = live;
    this.socketUrl = socketUrl;
    this.connecting = connecting;
    this.heartbeat = heartbeat;
    this.meters = meters;
    this.clock = clock;
    this.loop = loop;
  }

  @Override
  public List<SourceRecord> read() {
    live.filter(LiveFeed::takeGap).ifPresent(feed -> fillGap());
    meters.reading().live(live.filter(LiveFeed::isWorking).isPresent());
    startCall();
    List<SourceRecord> records = new ArrayList<>();
    takeLive(records);
    channels.values().forEach(channel -> takeDrained(channel, records));
    meters.reading().emitted(records.size());
    takeHeartbeats(records);
    return records;
  }

  private void fillGap() {
    meters.reading().interrupted();
    channels.values().forEach(ChannelReader::wantHistory);
  }

  @Override
  public Duration idle() {
    return loop.isAsking() ? Duration.ofDays(1) : catchUp.idle(clock.instant());
  }

  /** Kafka has the record. */
  void delivered(SourceRecord record) {
    acknowledgements
        .take(record)
        .ifPresent(event -> live.ifPresent(feed -> feed.acknowledge(event)));
  }

  /**
   * Kafka has everything that was read, or transforms dropped it. On a worker without exactly-once
   * this may come a little early, which is harmless: history brings what Kafka did not get.
   */
  void deliveredAll() {
    live.ifPresent(feed -> acknowledgements.takeAll().forEach(feed::acknowledge));
  }

  private void takeLive(List<SourceRecord> records) {
    if (live.isEmpty()) {
      return;
    }
    LiveFeed feed = live.get();
    while (records.size() < MAX_BATCH) {
      Optional<Live> next = feed.poll();
      if (next.isEmpty()) {
        return;
      }
      Live event = next.get();
      ChannelReader channel = channels.get(event.said().channelId());
      if (channel.isFull()) {
        channel.wantHistory();
        continue;
      }
      Optional<SourceRecord> record = channel.live(event.said());
      if (record.isPresent()) {
        acknowledgements.await(record.get(), event);
        records.add(record.get());
      } else {
        feed.acknowledge(event);
      }
    }
  }

  private static void takeDrained(ChannelReader channel, List<SourceRecord> records) {
    while (records.size() < MAX_BATCH && channel.hasDrained()) {
      channel.nextDrained().ifPresent(records::add);
    }
  }

  private void takeHeartbeats(List<SourceRecord> records) {
    Instant now = clock.instant();
    for (ChannelReader channel : channels.values()) {
      channel.heartbeat(now, heartbeat).ifPresent(records::add);
    }
  }

  private void startCall() {
    if (loop.isAsking()) {
      return;
    }
    Instant now = clock.instant();
    if (live.isPresent() && live.get().isDown() && connecting.isDue()) {
      loop.ask(socketUrl, this::connect);
    } else {
      catchUp.startCall(now, live.filter(feed -> !feed.isDown()).isPresent());
    }
  }

  private void connect(Outcome<String> url) {
    LiveFeed feed = live.orElseThrow();
    if (url instanceof Ok<String> ok) {
      if (feed.attempts() == 0) {
        connecting.succeeded();
      }
      // Should the connection fail at once, the next attempt keeps a distance all the same.
      connecting.failed(Duration.ZERO);
      feed.connect(ok.value());
    } else if (url instanceof Retry<String> retry) {
      Duration delay = connecting.failed(retry.after());
      LOG.warn("No Socket Mode connection for {}: {}", delay, retry.reason());
    } else if (url instanceof Reject<String> reject) {
      throw new ConnectException(
          "Socket Mode is refused (" + reject.code() + "). " + reject.remedy());
    }
  }
}
