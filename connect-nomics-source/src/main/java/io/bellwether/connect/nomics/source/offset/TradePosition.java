package io.bellwether.connect.nomics.source.offset;

import io.bellwether.connect.offset.OffsetFields;
import io.bellwether.connect.offset.SourcePosition;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * How far a market has been read, in one form for all APIs. A market that was never read has only
 * the time to start from; APIs that page by time go on from the time of the last trade and know the
 * ids that were read around it; APIs that page by id go on from the id.
 *
 * @param timestamp of the last trade, or the time to start from
 * @param id the highest trade id up to which everything is done, where ids are numbers in order
 * @param seen ids of trades around {@code timestamp} that are done
 * @param search while an API without times is searched for the time to start from
 * @param until trades from this id on are known to be there, those before it are asked for first
 * @param rate trades a second that the market is expected to have; 0 when it was never read
 */
public record TradePosition(
    Optional<Instant> timestamp,
    OptionalLong id,
    Set<String> seen,
    Optional<IdRange> search,
    OptionalLong until,
    double rate)
    implements SourcePosition {
  private static final String TIMESTAMP = "timestamp";
  private static final String ID = "id";
  private static final String SEEN = "seen";
  private static final String SEARCH = "search";
  private static final String UNTIL = "until";
  private static final String RATE = "rate";

  /** Everything before this time is done, nothing from it on. */
  public static TradePosition startingAt(Instant time) {
    return new TradePosition(
        Optional.of(time),
        OptionalLong.empty(),
        Set.of(),
        Optional.empty(),
        OptionalLong.empty(),
        0);
  }

  /**
   * Reads the stored form; one of {@code timestamp} and {@code id} is enough.
   *
   * @throws org.apache.kafka.connect.errors.ConnectException naming a bad field
   */
  public static TradePosition fromMap(Map<String, ?> stored) {
    new OffsetFields("offset", stored).only(TIMESTAMP, ID, SEEN, SEARCH, UNTIL, RATE);
    PositionFields fields = new PositionFields(stored);
    TradePosition position =
        new TradePosition(
            fields.time(TIMESTAMP),
            fields.id(ID),
            fields.ids(SEEN),
            fields.range(SEARCH),
            fields.id(UNTIL),
            fields.rate(RATE));
    if (position.timestamp.isEmpty() && position.id.isEmpty()) {
      throw fields.bad(
          TIMESTAMP, "a time such as 2026-11-01T00:00:00Z, or '" + ID + "' a trade id");
    }
    return position;
  }

  /** After a trade, by its id alone. */
  public TradePosition after(long tradeId, Instant time) {
    return new TradePosition(
        Optional.of(time), OptionalLong.of(tradeId), Set.of(), Optional.empty(), until, rate);
  }

  /** After a trade, by its time and the ids that were read around it. */
  public TradePosition after(Instant time, OptionalLong highest, Set<String> around) {
    return new TradePosition(
        Optional.of(time), highest, around, Optional.empty(), OptionalLong.empty(), rate);
  }

  /** Everything up to this id is done. */
  public TradePosition doneTo(long lastId) {
    return new TradePosition(
        timestamp, OptionalLong.of(lastId), Set.of(), Optional.empty(), until, rate);
  }

  /** The same while ids are searched for the time to start from. */
  public TradePosition searching(IdRange range) {
    return new TradePosition(timestamp, id, seen, Optional.of(range), until, rate);
  }

  /** The same with trades known to be there from an id on; empty when that has been reached. */
  public TradePosition knownFrom(OptionalLong known) {
    return new TradePosition(timestamp, id, seen, search, known, rate);
  }

  /** The same with the rate that is expected now, to two digits. */
  public TradePosition withRate(double expected) {
    return new TradePosition(timestamp, id, seen, search, until, PositionFields.rounded(expected));
  }

  @Override
  public Map<String, Object> toMap() {
    Map<String, Object> map = new HashMap<>();
    timestamp.ifPresent(time -> map.put(TIMESTAMP, time.toString()));
    id.ifPresent(number -> map.put(ID, String.valueOf(number)));
    if (!seen.isEmpty()) {
      map.put(SEEN, PositionFields.joined(seen));
    }
    search.ifPresent(range -> map.put(SEARCH, range.toString()));
    until.ifPresent(number -> map.put(UNTIL, String.valueOf(number)));
    if (rate > 0) {
      map.put(RATE, String.valueOf(rate));
    }
    return map;
  }

  /** Ids that were read around the time, with more added, in order. */
  public Set<String> seenAnd(Iterable<String> more) {
    Set<String> all = new LinkedHashSet<>(seen);
    more.forEach(all::add);
    return all;
  }
}
