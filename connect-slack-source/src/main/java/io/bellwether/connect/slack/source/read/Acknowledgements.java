package io.bellwether.connect.slack.source.read;

import io.bellwether.connect.slack.source.api.Live;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.connect.source.SourceRecord;

/** Which live event stands behind which record, until Kafka has the record. Thread-safe. */
final class Acknowledgements {
  private final Map<SourceRecord, Live> open = Collections.synchronizedMap(new IdentityHashMap<>());

  void await(SourceRecord record, Live live) {
    open.put(record, live);
  }

  /** The event behind a record that Kafka has; empty for records of history. */
  Optional<Live> take(SourceRecord record) {
    return Optional.ofNullable(open.remove(record));
  }

  /** All events whose records are open, because transforms dropped them. */
  List<Live> takeAll() {
    synchronized (open) {
      List<Live> all = new ArrayList<>(open.values());
      open.clear();
      return all;
    }
  }
}
