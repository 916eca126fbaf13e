package io.bellwether.connect.slack.source.read;

import io.bellwether.connect.feedback.FeedbackRecords;
import io.bellwether.connect.metrics.CallMeters;
import io.bellwether.connect.metrics.Meters;
import io.bellwether.connect.offset.Heartbeats;
import io.bellwether.connect.poll.Opening;
import io.bellwether.connect.poll.PollLoop;
import io.bellwether.connect.poll.Reader;
import io.bellwether.connect.remote.RateBudget;
import io.bellwether.connect.remote.RetryClock;
import io.bellwether.connect.slack.SlackApi;
import io.bellwether.connect.slack.SlackChannel;
import io.bellwether.connect.slack.SlackKeys;
import io.bellwether.connect.slack.source.SlackSourceConfig;
import io.bellwether.connect.slack.source.api.HistoryReader;
import io.bellwether.connect.slack.source.api.LiveFeed;
import io.bellwether.connect.slack.source.api.SlackNames;
import io.bellwether.connect.slack.source.mapping.FeedbackMapper;
import io.bellwether.connect.slack.source.offset.SlackPartition;
import io.bellwether.connect.slack.source.offset.SlackPosition;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.utils.ExponentialBackoff;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.storage.OffsetStorageReader;

/**
 * A task that runs: first it finds out who and where it is, then it reads until it is closed. The
 * first part may wait for Slack, so it too happens between polls and not at the start.
 */
public final class StartedSlackSource implements Reader, AutoCloseable {
  private static final ExponentialBackoff BACKOFF = new ExponentialBackoff(500, 2, 60_000, 0.2);

  private final SlackSourceConfig config;
  private final String connector;
  private final OffsetStorageReader offsets;
  private final InstantSource clock = InstantSource.system();
  private final Instant startedAt = clock.instant();
  private final PollLoop loop = new PollLoop("slack-call");
  private final SlackApi bot;
  private final Optional<SlackApi> app;
  private final SourceMeters meters;
  private final Opening<Session> opening;
  private volatile Optional<SlackNames> names = Optional.empty();
  private volatile Optional<LiveFeed> live = Optional.empty();

  /** Read by the producer's and the offset committer's threads too. */
  private volatile Optional<SlackReader> reader = Optional.empty();

  /**
   * @param connector its name, for the heartbeats
   * @param offsets what Connect has stored
   * @param meters where the task tells of itself
   */
  public StartedSlackSource(
      SlackSourceConfig config, String connector, OffsetStorageReader offsets, Meters meters) {
    this.meters = new SourceMeters(meters, clock);
    this.config = config;
    this.connector = connector;
    this.offsets = offsets;
    CallMeters calls = new CallMeters("Slack's Web API", meters, clock);
    this.bot = SlackKeys.botApi(config, calls);
    this.opening =
        new Opening<>(
            "Slack",
            new Session.Attempts(bot, config.choice().types())::next,
            new RetryClock(clock, BACKOFF),
            loop);
    this.app =
        config.isSocket()
            ? Optional.of(SlackKeys.api(config, SlackSourceConfig.APP_TOKEN, calls))
            : Optional.empty();
  }

  /**
   * The next records, {@code null} when there are none for now.
   *
   * @throws ConnectException when only a person can help; the message says how
   */
  public List<SourceRecord> poll() throws InterruptedException {
    return loop.poll(this);
  }

  @Override
  public List<SourceRecord> read() {
    if (reader.isEmpty()) {
      reader = opening.get().map(this::reader);
    }
    return reader.map(SlackReader::read).orElse(List.of());
  }

  @Override
  public Duration idle() {
    return reader.map(SlackReader::idle).orElse(Duration.ofDays(1));
  }

  /** Kafka has the record. */
  public void delivered(SourceRecord record) {
    reader.ifPresent(running -> running.delivered(record));
  }

  /** Kafka has everything that was polled. */
  public void deliveredAll() {
    reader.ifPresent(SlackReader::deliveredAll);
  }

  @Override
  public void close() {
    names.ifPresent(SlackNames::stop);
    loop.close();
    live.ifPresent(LiveFeed::close);
    app.ifPresent(SlackApi::close);
    bot.close();
  }

  private SlackReader reader(Session session) {
    SlackNames lookup =
        new SlackNames(
            bot,
            RateBudget.perMinute(clock, config.getDouble(SlackSourceConfig.NAME_REQUESTS)),
            session.channelNames());
    names = Optional.of(lookup);
    FeedbackMapper mapper = new FeedbackMapper(session.us(), lookup, config.wanted());
    Map<String, ChannelReader> channels = channels(session, mapper);
    live = app.map(api -> new LiveFeed(channels.keySet(), mapper, clock, loop::wake));
    CatchUp catchUp =
        new CatchUp(
            List.copyOf(channels.values()),
            new HistoryReader(bot, mapper, config.getInt(SlackSourceConfig.HISTORY_PAGE_SIZE)),
            bot::identity,
            new CatchUp.Pace(
                budget("conversations.history", SlackSourceConfig.HISTORY_REQUESTS),
                budget("conversations.replies", SlackSourceConfig.REPLIES_REQUESTS),
                config.getInt(SlackSourceConfig.HISTORY_PAGE_SIZE),
                BACKOFF,
                config::readingInterval,
                config::watchInterval),
            meters,
            clock,
            loop);
    return new SlackReader(
        channels,
        catchUp,
        live,
        () -> app.orElseThrow().openConnection(),
        new RetryClock(clock, BACKOFF),
        config.heartbeatInterval(),
        meters,
        clock,
        loop);
  }

  private MethodBudget budget(String method, String key) {
    return new MethodBudget(method, clock, config.getDouble(key));
  }

  private Map<String, ChannelReader> channels(Session session, FeedbackMapper mapper) {
    FeedbackRecords records = new FeedbackRecords(config.getString(SlackSourceConfig.TOPIC));
    Heartbeats heartbeats =
        new Heartbeats(config.getString(SlackSourceConfig.HEARTBEAT_TOPIC), connector);
    Watching watching =
        new Watching(
            config.watchWindow().toSeconds(),
            config.wanted().replies(),
            config.tellsChanges(),
            config.deletesByTombstone());
    Map<String, ChannelReader> readers = new LinkedHashMap<>();
    for (String wanted : config.getList(SlackSourceConfig.CHANNELS)) {
      SlackChannel channel =
          SlackChannel.find(wanted, session.channels())
              .orElseThrow(() -> new ConnectException(Session.unknown(wanted)));
      SlackPartition partition = new SlackPartition(session.us().teamId(), channel.id());
      readers.computeIfAbsent(
          channel.id(),
          id ->
              new ChannelReader(
                  new ChannelLedger(
                      partition,
                      Optional.ofNullable(offsets.offset(partition.toMap()))
                          .map(SlackPosition::fromMap),
                      SlackPosition.at(config.startTs(startedAt)),
                      watching,
                      records,
                      heartbeats),
                  mapper));
    }
    return readers;
  }
}
