package io.bellwether.connect.twitter.source.read;

import io.bellwether.connect.feedback.FeedbackRecords;
import io.bellwether.connect.gaps.Gaps;
import io.bellwether.connect.metrics.CallMeters;
import io.bellwether.connect.metrics.Meters;
import io.bellwether.connect.metrics.ReadMeters;
import io.bellwether.connect.offset.Heartbeats;
import io.bellwether.connect.poll.Lane;
import io.bellwether.connect.poll.Opening;
import io.bellwether.connect.poll.PollLoop;
import io.bellwether.connect.poll.PollingSource;
import io.bellwether.connect.poll.Reader;
import io.bellwether.connect.remote.RetryClock;
import io.bellwether.connect.remote.WindowBudget;
import io.bellwether.connect.twitter.source.TwitterSourceConfig;
import io.bellwether.connect.twitter.source.api.RateHeaders;
import io.bellwether.connect.twitter.source.api.SearchAnswer;
import io.bellwether.connect.twitter.source.api.XApi;
import io.bellwether.connect.twitter.source.offset.QueryPartition;
import io.bellwether.connect.twitter.source.offset.QueryPosition;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.utils.ExponentialBackoff;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.storage.OffsetStorageReader;

/** A task that runs: everything it needs, from start to close. */
public final class StartedTwitterSource implements AutoCloseable {
  private static final Duration RATE_WINDOW = Duration.ofMinutes(15);
  private static final ExponentialBackoff BACKOFF = new ExponentialBackoff(500, 2, 60_000, 0.2);

  private final TwitterSourceConfig config;
  private final String connector;
  private final InstantSource clock;
  private final PollLoop loop;
  private final StreamFeed feed;
  private final WindowBudget budget;
  private final XApi api;
  private final ReadMeters reading;
  private final Reader reader;

  /**
   * @param connector its name, for heartbeats, gaps and the tags of rules
   * @param offsets what Connect has stored
   * @param meters where the task tells of itself
   * @param loop turned over by {@link #poll}, closed with this
   */
  public StartedTwitterSource(
      TwitterSourceConfig config,
      String connector,
      OffsetStorageReader offsets,
      Meters meters,
      InstantSource clock,
      PollLoop loop) {
    this.loop = loop;
    this.feed = new StreamFeed(loop::wake);
    this.config = config;
    this.connector = connector;
    this.clock = clock;
    this.reading = XMeters.reading(meters, clock);
    this.budget = new WindowBudget(clock, config.searchesPerWindow(), RATE_WINDOW, config.tasks());
    this.api =
        config.api(
            new CallMeters("X's API", meters, clock),
            (RateHeaders told) -> budget.told(told.limit(), told.remaining(), told.untilReset()),
            clock);
    Spending spending = new Spending(config.bounds(), clock);
    XMeters.spending(meters, spending);
    Map<String, QueryReader> queries = queries(offsets, spending);
    PollingSource<SearchAnswer> search =
        new PollingSource<>(
            List.copyOf(queries.values()),
            new Heartbeats(config.getString(TwitterSourceConfig.HEARTBEAT_TOPIC), connector),
            config.heartbeatInterval(),
            reading,
            clock,
            loop);
    this.reader = config.isStream() ? stream(queries, search, spending) : search;
  }

  private Map<String, QueryReader> queries(OffsetStorageReader offsets, Spending spending) {
    SharedByQueries shared =
        new SharedByQueries(
            api::search,
            new Lane("X", budget, new RetryClock(clock, BACKOFF)),
            new SharedByQueries.Pace(config.pageSize(), config.settle(), this::interval),
            spending,
            new Emitted(),
            new FeedbackRecords(config.getString(TwitterSourceConfig.TOPIC)),
            new Gaps("x", connector, config.gapsTopic(), reading));
    Instant now = clock.instant();
    Map<String, QueryReader> readers = new LinkedHashMap<>();
    config
        .queries()
        .forEach(
            (name, query) -> {
              QueryPartition partition = new QueryPartition(name);
              QueryPosition position =
                  Optional.ofNullable(offsets.offset(partition.toMap()))
                      .map(QueryPosition::fromMap)
                      .orElseGet(() -> QueryPosition.since(config.startId(now)));
              readers.put(name, new QueryReader(partition, query, position, shared));
            });
    return readers;
  }

  /** Never so often that the windows of X would be too small for it. */
  private Duration interval() {
    Duration wanted = config.pollInterval(reading.isLive());
    Duration least = RATE_WINDOW.multipliedBy(config.queries().size()).dividedBy(budget.share());
    return wanted.compareTo(least) > 0 ? wanted : least;
  }

  private Reader stream(
      Map<String, QueryReader> queries, PollingSource<SearchAnswer> search, Spending spending) {
    return new StreamReader(
        new Opening<>(
            "X's filtered stream",
            new StreamRules(api, connector, config.queries())::align,
            new RetryClock(clock, BACKOFF),
            loop),
        () -> api.stream(config.streamSilence()),
        queries,
        search,
        feed,
        spending,
        reading,
        clock,
        loop);
  }

  /**
   * The next records, {@code null} when there are none for now.
   *
   * @throws org.apache.kafka.connect.errors.ConnectException when only a person can help
   */
  public List<SourceRecord> poll() throws InterruptedException {
    return loop.poll(reader);
  }

  @Override
  public void close() {
    loop.close();
    feed.close();
    api.close();
  }
}
