package io.bellwether.connect.slack.sink;

import io.bellwether.config.Printable;
import io.bellwether.connect.slack.sink.mapping.Alert;
import java.util.concurrent.Future;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.sink.ErrantRecordReporter;
import org.apache.kafka.connect.sink.SinkRecord;

/** Where records go that Slack will never take. */
@FunctionalInterface
interface DeadLetters {
  /**
   * Hands the record over for good.
   *
   * @throws ConnectException with the reason and the remedy, if there is nowhere to put it
   */
  void report(SinkRecord record, String code, String remedy);

  /**
   * @param reporter Connect's; {@code null} where the user wants no dead letter queue
   */
  static DeadLetters to(ErrantRecordReporter reporter) {
    return (record, code, remedy) -> {
      String reason = reason(record, code, remedy);
      if (reporter == null) {
        throw new ConnectException(
            reason
                + " To go on without such records set errors.tolerance=all and"
                + " errors.deadletterqueue.topic.name.");
      }
      try {
        // Connect itself waits for the queue before it commits, so nobody waits here.
        Future<Void> unused = reporter.report(record, new ConnectException(reason));
      } catch (ConnectException notTolerated) {
        throw new ConnectException(reason, notTolerated);
      }
    };
  }

  private static String reason(SinkRecord record, String code, String remedy) {
    return "Record "
        + Alert.partition(record)
        + "@"
        + record.originalKafkaOffset()
        + " cannot be posted: "
        + Printable.of(code + ". " + remedy);
  }
}
