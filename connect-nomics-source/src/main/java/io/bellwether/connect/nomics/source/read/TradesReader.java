package io.bellwether.connect.nomics.source.read;

import io.bellwether.config.Printable;
import io.bellwether.connect.nomics.source.api.TradeApi;
import io.bellwether.connect.nomics.source.api.TradePage;
import io.bellwether.connect.nomics.source.api.TradePage.Step;
import io.bellwether.connect.nomics.source.mapping.Market;
import io.bellwether.connect.nomics.source.offset.TradePosition;
import io.bellwether.connect.nomics.source.schedule.MarketSchedule;
import io.bellwether.connect.nomics.source.schedule.Pace;
import io.bellwether.connect.nomics.source.schedule.Reading;
import io.bellwether.connect.poll.Lane;
import io.bellwether.connect.poll.PollLoop;
import io.bellwether.connect.poll.Reader;
import io.bellwether.connect.remote.Outcome;
import io.bellwether.connect.remote.Outcome.Ok;
import io.bellwether.connect.remote.Outcome.Reject;
import io.bellwether.connect.remote.Outcome.Retry;
import io.bellwether.connect.remote.Outcome.Scope;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.source.SourceRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the markets of a task, one page after the other, in the order of a {@link MarketSchedule}.
 * Trouble of the service stops all reading for a while, trouble with one market only that market.
 */
final class TradesReader implements Reader {
  private static final Logger LOG = LoggerFactory.getLogger(TradesReader.class);

  /** How long a service may take to show a trade whose successor it has shown. */
  private static final Duration LATE = Duration.ofSeconds(1);

  /** So often in a row an answer may be unreadable while those of other markets are good. */
  private static final int MOST_FAILURES = 5;

  private final MarketSchedule<MarketReader> schedule;
  private final TradeApi api;
  private final Pace pace;
  private final Lane lane;
  private final Carried carried;
  private final SourceMeters meters;
  private final InstantSource clock;
  private final PollLoop loop;
  private final List<SourceRecord> ready = new ArrayList<>();
  private final Backlog backlog = new Backlog();
  private boolean wasGood;

  /**
   * @param schedule with all markets added
   * @param carried tells of positions that no record carries
   * @param loop that this reader is turned over by
   */
  TradesReader(
      MarketSchedule<MarketReader> schedule,
      TradeApi api,
      Pace pace,
      Lane lane,
      Carried carried,
      SourceMeters meters,
      InstantSource clock,
      PollLoop loop) {
    this.schedule = schedule;
    this.api = api;
    this.pace = pace;
    this.lane = lane;
    this.carried = carried;
    this.meters = meters;
    this.clock = clock;
    this.loop = loop;
  }

  @Override
  public List<SourceRecord> read() {
    Instant now = clock.instant();
    if (!loop.isAsking() && untilFree().isZero()) {
      next(now).ifPresent(this::ask);
    }
    List<SourceRecord> records = new ArrayList<>(ready);
    ready.clear();
    records.addAll(carried.heartbeats(now));
    return records;
  }

  @Override
  public Duration idle() {
    Instant now = clock.instant();
    if (loop.isAsking()) {
      return carried.untilHeartbeat(now);
    }
    Duration free = untilFree();
    Duration due = schedule.idle(now);
    Duration asking = free.compareTo(due) > 0 ? free : due;
    Duration heartbeat = carried.untilHeartbeat(now);
    return asking.compareTo(heartbeat) < 0 ? asking : heartbeat;
  }

  private Duration untilFree() {
    Duration permit = lane.budget().untilFree();
    Duration retry = lane.retries().untilDue();
    return permit.compareTo(retry) > 0 ? permit : retry;
  }

  private Optional<MarketReader> next(Instant now) {
    Optional<MarketReader> next = schedule.next(now);
    meters.staleness(schedule.staleness(now));
    return next;
  }

  private void ask(MarketReader reader) {
    lane.budget().tryTake();
    reader.expect(schedule.rate(reader));
    Market market = reader.market();
    TradePosition from = reader.position();
    loop.ask(() -> api.trades(market, from, pace.pageSize()), answer -> take(reader, answer));
  }

  private void take(MarketReader reader, Outcome<TradePage> answer) {
    Instant now = clock.instant();
    if (answer instanceof Ok<TradePage> ok) {
      lane.retries().succeeded();
      wasGood = true;
      take(reader, ok.value(), now);
    } else if (answer instanceof Retry<TradePage> retry) {
      retry(reader, retry, now);
    } else if (answer instanceof Reject<TradePage> reject) {
      refused(reader, reject, now);
    }
    meters.setAside(backlog.aside(reader));
  }

  private void take(MarketReader reader, TradePage page, Instant now) {
    meters.reading().page();
    if (page.stuck()) {
      setAside(reader, stuck(reader), now);
      return;
    }
    MarketReader.Taken taken = reader.accept(page, now);
    emit(reader, taken.records(), now);
    boolean more = taken.isDoubted() || page.more();
    if (taken.isDoubted()) {
      schedule.again(reader, LATE, now);
    } else if (taken.steps().isEmpty() && more) {
      schedule.again(reader, Duration.ZERO, now);
    } else {
      schedule.read(reader, reading(taken.steps(), more), now);
    }
    if (backlog.isCaughtUp(reader, more)) {
      meters.reading().caughtUp();
    }
  }

  private static Reading reading(List<Step> steps, boolean more) {
    return steps.isEmpty()
        ? Reading.NOTHING
        : new Reading(
            steps.size(),
            more,
            Optional.of(steps.get(0).trade().time()),
            Optional.of(steps.get(steps.size() - 1).trade().time()));
  }

  private static String stuck(MarketReader reader) {
    return "A page as long as it can be brought only trades that are known: more of them than that"
        + " happened at "
        + reader.position().timestamp().map(Instant::toString).orElse("one moment")
        + ", and the API cannot go on behind them. To leave the rest of that moment out, alter the"
        + " market's offset to a later timestamp.";
  }

  /** With a market that fails while others are good, the fault is that market's. */
  private void retry(MarketReader reader, Retry<TradePage> retry, Instant now) {
    Duration delay = lane.retries().failed(retry.after());
    int failures = wasGood ? reader.failed() : 0;
    wasGood = false;
    LOG.warn(
        "The reading of {} waits {}: {}",
        Printable.of(reader.market().key()),
        delay,
        retry.reason());
    if (failures >= MOST_FAILURES) {
      setAside(reader, retry.reason(), now);
    } else {
      schedule.failed(reader, delay.multipliedBy(1L << failures), now);
    }
  }

  private void refused(MarketReader reader, Reject<TradePage> reject, Instant now) {
    String why = "(" + reject.code() + "). " + reject.remedy();
    if (reject.scope() == Scope.ALL) {
      throw new ConnectException(lane.name() + " refuses the connector " + why);
    }
    lane.retries().succeeded();
    setAside(reader, lane.name() + " refuses it " + why, now);
  }

  private void setAside(MarketReader reader, String reason, Instant now) {
    emit(reader, reader.setAside(reason, now), now);
    schedule.setAside(reader, now);
    backlog.isCaughtUp(reader, false);
  }

  private void emit(MarketReader reader, List<SourceRecord> records, Instant now) {
    meters.reading().emitted(records.size());
    ready.addAll(records);
    carried.emitted(reader, records, now);
  }
}
