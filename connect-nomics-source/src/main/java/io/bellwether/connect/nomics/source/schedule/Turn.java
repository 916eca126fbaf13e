package io.bellwether.connect.nomics.source.schedule;

import java.time.Instant;
import java.util.Comparator;

/** What a schedule knows of one market. */
final class Turn<M> {
  static final Comparator<Turn<?>> ORDER = Comparator.comparingInt(turn -> turn.number);

  final M market;
  final TradeRate rate;
  private final int number;

  /** Up to when it has been read: by the time of a trade where more are known to be there. */
  Instant coveredTo;

  Instant lastRead;
  Instant notBefore = Instant.MIN;

  /** When it has to be read again; a key of a sorted set, like the next. */
  Instant deadline;

  /** When a well-filled page is expected. */
  Instant filled;

  boolean known;

  Turn(M market, int number, double rate, Instant coveredTo) {
    this.market = market;
    this.number = number;
    this.rate = new TradeRate(rate);
    this.coveredTo = coveredTo;
  }
}
