package io.bellwether.benchmarks;

import io.bellwether.benchmarks.measure.Drain;
import io.bellwether.benchmarks.measure.KafkaToKafka;
import io.bellwether.benchmarks.measure.PostToAlert;
import io.bellwether.quickstart.stack.Trigger;
import java.util.List;
import java.util.Set;

/** What is to be measured. */
record Plan(
    List<Trigger> triggers,
    Set<Measure> measures,
    PostToAlert.Load alert,
    KafkaToKafka.Load kafka,
    Drain.Load drain) {

  /** Names on the command line. */
  enum Measure {
    /** From a message in Slack to its alert. */
    ALERT,
    /** From topic to topic. */
    KAFKA,
    /** A backlog, which a replay makes. */
    DRAIN
  }

  boolean has(Measure measure) {
    return measures.contains(measure);
  }
}
