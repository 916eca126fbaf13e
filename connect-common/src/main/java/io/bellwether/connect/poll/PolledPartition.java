package io.bellwether.connect.poll;

import io.bellwether.connect.offset.SourcePartition;
import io.bellwether.connect.offset.SourcePosition;
import io.bellwether.connect.remote.Outcome;
import io.bellwether.connect.remote.Outcome.Reject;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.apache.kafka.connect.source.SourceRecord;

/**
 * One thing that is read page by page by asking for it: a query, a market. {@link PollingSource}
 * decides which partition is next. All methods are called on the task's thread, and none waits.
 *
 * @param <A> what the service answers, a page
 */
public interface PolledPartition<A> {
  /** Which one. */
  SourcePartition partition();

  /** How far it has been read; moves in {@link #accept} and {@link #refused} only. */
  SourcePosition position();

  /** Where it is read from. */
  Lane lane();

  /**
   * When it is to be asked next: {@link Instant#MIN} at once, because more is known to be there,
   * {@link Instant#MAX} not at all, for now.
   */
  Instant due();

  /** Whether more is known to be there than was read, also when it is not due. */
  default boolean isBehind(Instant now) {
    return !due().isAfter(now);
  }

  /** The question to ask now. It is asked on another thread, so it may hold values only. */
  Supplier<Outcome<A>> question(Instant now);

  /** Takes the answer: the records it makes, each with the position after it. */
  List<SourceRecord> accept(A answer, Instant now);

  /**
   * The service refused.
   *
   * @return records, such as one of a gap, when the partition can go on
   * @throws org.apache.kafka.connect.errors.ConnectException when only a person can help
   */
  List<SourceRecord> refused(Reject<A> refusal, Instant now);
}
