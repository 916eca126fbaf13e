package io.bellwether.connect.poll;

import java.time.Duration;
import java.util.List;
import org.apache.kafka.connect.source.SourceRecord;

/** What a {@link PollLoop} turns over, always on the task's own thread. */
public interface Reader {
  /** What there is now, and the start of the next remote call when it is due; never waits. */
  List<SourceRecord> read();

  /** How long nothing is to be done, as far as the reader knows. */
  Duration idle();
}
