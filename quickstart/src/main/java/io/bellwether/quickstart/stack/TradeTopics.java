package io.bellwether.quickstart.stack;

import java.util.List;

/** The topics of trades, as docs/contracts.md describes them. */
public final class TradeTopics {
  /** What the source writes and the job reads. */
  public static final String TRADES = "trades";

  /** Which markets and exchanges there are; compacted. */
  public static final String METADATA = "market-metadata";

  /** Candles. */
  public static final String INDICATORS = "trade-indicators";

  /** What the sink posts. */
  public static final String ALERTS = "trade-alerts";

  /** What the job could not read. */
  public static final String DEAD_TRADES = "trades-dead-letters";

  /** What the sink gave up. */
  public static final String DEAD_ALERTS = "trade-alerts-dead-letters";

  /** Those that the page reads. */
  public static final List<String> SHOWN = List.of(TRADES, INDICATORS, ALERTS, DEAD_ALERTS);

  /** All of them. */
  public static final List<Topics.Topic> ALL =
      List.of(
          new Topics.Topic(TRADES, false),
          new Topics.Topic(METADATA, true),
          new Topics.Topic(INDICATORS, false),
          new Topics.Topic(ALERTS, false),
          new Topics.Topic(DEAD_TRADES, false));

  private TradeTopics() {}
}
