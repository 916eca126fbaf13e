package io.bellwether.connect.twitter.source.read;

import io.bellwether.connect.metrics.ReadMeters;
import io.bellwether.connect.poll.Opening;
import io.bellwether.connect.poll.PollLoop;
import io.bellwether.connect.poll.PollingSource;
import io.bellwether.connect.poll.Reader;
import io.bellwether.connect.remote.Outcome;
import io.bellwether.connect.remote.Outcome.Ok;
import io.bellwether.connect.remote.Outcome.Reject;
import io.bellwether.connect.remote.Outcome.Retry;
import io.bellwether.connect.twitter.source.api.SearchAnswer;
import io.bellwether.connect.twitter.source.api.StreamAnswer;
import io.bellwether.connect.twitter.source.api.StreamedPost;
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

/**
 * Reads the filtered stream as long as it is open, and by search what was posted before and between
 * the connections.
 */
final class StreamReader implements Reader {
  private static final Logger LOG = LoggerFactory.getLogger(StreamReader.class);
  private static final int MAX_BATCH = 500;

  /** More would make the stored position too large; search has to bring the rest. */
  private static final int FULL = 1_000;

  private final Opening<Map<String, String>> rules;
  private final Supplier<Outcome<StreamAnswer>> connect;
  private final Map<String, QueryReader> queries;
  private final PollingSource<SearchAnswer> search;
  private final StreamFeed feed;
  private final Spending spending;
  private final ReadMeters meters;
  private final InstantSource clock;
  private final PollLoop loop;
  private final StreamBackoff backoff;
  private boolean wasOpen;

  /**
   * @param rules sees to the app's rules and gives the query of each
   * @param connect asks X for a stream
   * @param queries by name
   * @param search reads the same queries
   */
  StreamReader(
      Opening<Map<String, String>> rules,
      Supplier<Outcome<StreamAnswer>> connect,
      Map<String, QueryReader> queries,
      PollingSource<SearchAnswer> search,
      StreamFeed feed,
      Spending spending,
      ReadMeters meters,
      InstantSource clock,
      PollLoop loop) {
    this.rules = rules;
    this.connect = connect;
    this.queries = queries;
    this.search = search;
    this.feed = feed;
    this.spending = spending;
    this.meters = meters;
    this.clock = clock;
    this.loop = loop;
    this.backoff = new StreamBackoff(clock);
  }

  @Override
  public List<SourceRecord> read() {
    Optional<Map<String, String>> names = rules.get();
    boolean isAllowed = spending.pausedUntil().isEmpty();
    if (!isAllowed) {
      feed.close();
    }
    watchEnd();
    if (names.isPresent() && isAllowed && !feed.isOpen() && !loop.isAsking() && backoff.isDue()) {
      loop.ask(connect, this::connected);
    }
    List<SourceRecord> records = new ArrayList<>();
    names.ifPresent(known -> takeLive(known, records));
    meters.live(feed.isOpen() && feed.hasWorked());
    meters.emitted(records.size());
    records.addAll(search.read());
    return records;
  }

  @Override
  public Duration idle() {
    return search.idle();
  }

  private void watchEnd() {
    if (wasOpen && !feed.isOpen()) {
      wasOpen = false;
      if (feed.hasWorked()) {
        backoff.worked();
      } else {
        backoff.http();
      }
    }
    if (feed.takeMissed()) {
      wantDrains();
    }
  }

  private void connected(Outcome<StreamAnswer> answer) {
    if (answer instanceof Ok<StreamAnswer> ok) {
      answered(ok.value());
    } else if (answer instanceof Retry<StreamAnswer> retry) {
      LOG.warn("The stream is tried again in {}: {}", backoff.network(), retry.reason());
    } else if (answer instanceof Reject<StreamAnswer> reject) {
      throw new ConnectException(
          "X refuses the stream (" + reject.code() + "). " + reject.remedy());
    }
  }

  private void answered(StreamAnswer answer) {
    if (answer instanceof StreamAnswer.Opened opened) {
      LOG.info("The stream is open");
      feed.attach(opened.stream());
      wasOpen = true;
      meters.interrupted();
      wantDrains();
    } else if (answer instanceof StreamAnswer.Limited limited) {
      Duration wait = backoff.limited(limited.after());
      LOG.warn("The stream is tried again in {}: {}", wait, limited.reason());
    } else if (answer instanceof StreamAnswer.Unavailable trouble) {
      LOG.warn("The stream is tried again in {}: {}", backoff.http(), trouble.reason());
    } else if (answer instanceof StreamAnswer.Capped capped) {
      Instant until = spending.capped(capped.daily());
      for (QueryReader query : queries.values()) {
        query.capped(until);
        search.moved(query, List.of());
      }
    }
  }

  private void wantDrains() {
    queries.values().forEach(query -> query.wantDrain(clock.instant()));
  }

  private void takeLive(Map<String, String> names, List<SourceRecord> records) {
    while (records.size() < MAX_BATCH) {
      Optional<StreamedPost> next = feed.poll();
      if (next.isEmpty()) {
        return;
      }
      for (String rule : next.get().ruleIds()) {
        QueryReader query = queries.get(names.getOrDefault(rule, ""));
        if (query != null) {
          take(query, next.get(), records);
        }
      }
    }
  }

  private void take(QueryReader query, StreamedPost streamed, List<SourceRecord> records) {
    if (query.remembered() < FULL) {
      List<SourceRecord> record = query.live(streamed.post()).stream().toList();
      search.moved(query, record);
      records.addAll(record);
    }
    query.drainIfMany(clock.instant());
  }
}
