package io.bellwether.quickstart.page.console;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * The ledger's figures, each a number of distinct events. Said = scored + unscored + waiting for
 * the source + waiting for Spark; routed = posted + waiting for the sink + dead.
 *
 * @param scored with a score, alerts included
 * @param routed to a topic that the sink reads
 * @param dead given up by the sink and kept with the reason
 * @param lost by whom: committed beyond it, yet not handed on
 * @param doubled what must not happen twice and did
 * @param repeated records that Spark wrote again; the sink drops them
 * @param leftOut messages that the source's own settings exclude
 * @param examples ids of some that are lost or doubled
 */
record Sums(
    long said,
    long scored,
    long unscored,
    long waitingForSource,
    long waitingForSpark,
    long routed,
    long posted,
    long waitingForSink,
    long dead,
    Lost lost,
    Doubled doubled,
    long repeated,
    long leftOut,
    List<String> examples) {
  /** Lost, by who passed it over. */
  record Lost(long source, long spark, long sink) {
    @JsonProperty
    long all() {
      return source + spark + sink;
    }
  }

  /** Twice, by where. */
  record Doubled(long feedback, long slack) {
    @JsonProperty
    long all() {
      return feedback + slack;
    }
  }
}
