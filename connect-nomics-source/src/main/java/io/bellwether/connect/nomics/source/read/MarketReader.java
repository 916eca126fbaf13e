package io.bellwether.connect.nomics.source.read;

import io.bellwether.connect.gaps.Gap;
import io.bellwether.connect.gaps.Gaps;
import io.bellwether.connect.nomics.source.api.IdGap;
import io.bellwether.connect.nomics.source.api.TradePage;
import io.bellwether.connect.nomics.source.api.TradePage.Step;
import io.bellwether.connect.nomics.source.mapping.Market;
import io.bellwether.connect.nomics.source.mapping.TradeRecords;
import io.bellwether.connect.nomics.source.offset.MarketPartition;
import io.bellwether.connect.nomics.source.offset.TradePosition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.kafka.connect.source.SourceRecord;

/** One market: its position, and what is to be said of what it could not be read. */
final class MarketReader {
  private final Market market;
  private final MarketPartition partition;
  private final TradeRecords records;
  private final Gaps gaps;
  private TradePosition position;
  private Map<String, Object> carried = Map.of();

  /** A page ended at a hole in the ids; perhaps the service was late with a trade. */
  private OptionalLong doubted = OptionalLong.empty();

  private boolean isAside;
  private int failures;

  MarketReader(
      Market market,
      MarketPartition partition,
      TradePosition position,
      TradeRecords records,
      Gaps gaps) {
    this.market = market;
    this.partition = partition;
    this.position = position;
    this.records = records;
    this.gaps = gaps;
  }

  /** What came of a page: its records, and what was read of it. */
  record Taken(List<SourceRecord> records, List<Step> steps, boolean isDoubted) {}

  Market market() {
    return market;
  }

  MarketPartition partition() {
    return partition;
  }

  TradePosition position() {
    return position;
  }

  /** The rate travels with the next record. */
  void expect(double rate) {
    position = position.withRate(rate);
  }

  /**
   * Takes a page. At a hole in the ids that was not there before it ends: the rest is asked for
   * again, and a hole that is still there then is one.
   */
  Taken accept(TradePage page, Instant now) {
    isAside = false;
    failures = 0;
    List<SourceRecord> made = new ArrayList<>();
    int at = 0;
    for (IdGap gap : page.gaps()) {
      at = emit(page.steps(), at, gap.at(), made);
      if (doubted.isEmpty() || doubted.getAsLong() != gap.from()) {
        doubted = OptionalLong.of(gap.from());
        position = at == 0 ? position : page.steps().get(at - 1).after();
        return new Taken(made, page.steps().subList(0, at), true);
      }
      made.addAll(missing(gap, page.steps(), now));
    }
    emit(page.steps(), at, page.steps().size(), made);
    doubted = OptionalLong.empty();
    position = page.end();
    return new Taken(made, page.steps(), false);
  }

  private int emit(List<Step> steps, int from, int to, List<SourceRecord> made) {
    for (Step step : steps.subList(from, to)) {
      made.add(records.record(market, step.trade(), partition, step.after()));
    }
    return to;
  }

  private List<SourceRecord> missing(IdGap gap, List<Step> steps, Instant now) {
    TradePosition before = gap.at() == 0 ? position : steps.get(gap.at() - 1).after();
    Instant from = before.timestamp().orElse(now);
    Instant to = gap.at() < steps.size() ? steps.get(gap.at()).trade().time() : now;
    String reason =
        "The trades with the ids %d to %d of %s were not shown, twice in a row."
            .formatted(gap.from(), gap.to(), market.key());
    return gaps.tell(new Gap(from, to, reason), partition, before, now);
  }

  /** The market cannot be read for now; it is told once. */
  List<SourceRecord> setAside(String reason, Instant now) {
    if (isAside) {
      return List.of();
    }
    isAside = true;
    Instant from = position.timestamp().filter(time -> !time.isAfter(now)).orElse(now);
    return gaps.tell(
        new Gap(from, now, market.key() + " is set aside. " + reason), partition, position, now);
  }

  boolean isAside() {
    return isAside;
  }

  /** It could not be read although others could; how often in a row. */
  int failed() {
    return ++failures;
  }

  /** These records are on their way, the last of them with the newest position. */
  void emitted(List<SourceRecord> made) {
    if (!made.isEmpty()) {
      carried = new HashMap<>(made.get(made.size() - 1).sourceOffset());
    }
  }

  /** Whether the position has moved past what records carried; the rate alone must move much. */
  boolean hasMoved() {
    Map<String, Object> now = new HashMap<>(position.toMap());
    Map<String, Object> before = new HashMap<>(carried);
    double rate = rate(now.remove(RATE));
    double told = rate(before.remove(RATE));
    return !now.equals(before) || rate > 2 * told || told > 2 * rate;
  }

  private static final String RATE = "rate";

  private static double rate(Object stored) {
    return Optional.ofNullable(stored).map(Object::toString).map(Double::parseDouble).orElse(0.0);
  }
}
