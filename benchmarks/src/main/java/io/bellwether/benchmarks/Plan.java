package io.bellwether.benchmarks;

import io.bellwether.benchmarks.measure.Drain;
import io.bellwether.benchmarks.measure.KafkaToKafka;
import io.bellwether.benchmarks.measure.PostToAlert;
import io.bellwether.benchmarks.measure.TradesToAlerts;
import io.bellwether.quickstart.stack.Trigger;
import java.util.List;
import java.util.Set;

/** What is to be measured. */
record Plan(
    List<Trigger> triggers,
    Set<Measure> measures,
    PostToAlert.Load alert,
    KafkaToKafka.Load kafka,
    Drain.Load drain,
    TradesToAlerts.Load trades) {

  /** Names on the command line. */
  enum Measure {
    /** From a message in Slack to its alert. */
    ALERT,
    /** From topic to topic. */
    KAFKA,
    /** A backlog, which a replay makes. */
    DRAIN,
    /** From a trade to its alert, and a backlog of trades. */
    TRADES
  }

  boolean has(Measure measure) {
    return measures.contains(measure);
  }
}
