package io.bellwether.connect.slack.source.offset;

import io.bellwether.connect.slack.SlackTs;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which edits and deletions of a channel have been told. A look at the window moves a mark: edits
 * made up to there are done. Newer ones, and those that no look can see (of replies, and of
 * messages older than the window; called late), are remembered one by one. So is what was emitted,
 * because in history only its absence tells of a deletion. Immutable.
 */
public final class ChangesPosition {
  static final String TO = "changes_to";
  static final String ABOVE = "changes_above";
  static final String LATE = "late_changes";
  static final String SAID = "said";
  static final String REPLIED = "replied";

  /** Nothing is known, and nothing is stored. */
  static final ChangesPosition NONE =
      new ChangesPosition(
          Optional.empty(), new Versions(), new Versions(), Remembered.NONE, Remembered.NONE);

  private final Optional<String> to;
  private final Versions above;
  private final Versions late;
  private final Remembered said;
  private final Remembered replied;

  private ChangesPosition(
      Optional<String> to, Versions above, Versions late, Remembered said, Remembered replied) {
    this.to = to;
    this.above = above;
    this.late = late;
    this.said = said;
    this.replied = replied;
  }

  static ChangesPosition from(TsFields fields) {
    return new ChangesPosition(
        fields.has(TO) ? Optional.of(fields.required(TO)) : Optional.empty(),
        fields.has(ABOVE) ? Versions.parse(ABOVE, fields.text(ABOVE)) : new Versions(),
        fields.has(LATE) ? Versions.parse(LATE, fields.text(LATE)) : new Versions(),
        fields.has(SAID) ? Remembered.parse(SAID, fields.text(SAID)) : Remembered.NONE,
        fields.has(REPLIED) ? Remembered.parse(REPLIED, fields.text(REPLIED)) : Remembered.NONE);
  }

  void addTo(Map<String, Object> map) {
    to.ifPresent(ts -> map.put(TO, ts));
    addTo(map, ABOVE, above.stored());
    addTo(map, LATE, late.stored());
    addTo(map, SAID, said.stored());
    addTo(map, REPLIED, replied.stored());
  }

  private static void addTo(Map<String, Object> map, String field, String stored) {
    if (!stored.isEmpty()) {
      map.put(field, stored);
    }
  }

  /** Edits up to here are done; empty before the first look. */
  public Optional<String> to() {
    return to;
  }

  /** Whether this very version was told. */
  public boolean isTold(String ts, long version) {
    return above.contains(ts, version) || late.contains(ts, version);
  }

  /**
   * Whether an edit is done.
   *
   * @param isLate whether no look can see it
   */
  public boolean isDone(String ts, long version, boolean isLate) {
    return isTold(ts, version)
        || (!isLate && to.filter(mark -> version / 1_000_000 <= seconds(mark)).isPresent());
  }

  /** Whether this was emitted and has not been deleted. */
  public boolean isEmitted(String ts) {
    return said.contains(ts) || replied.contains(ts);
  }

  /** The messages of the channel that were emitted, old ones first. */
  public List<String> said() {
    return said.timestamps();
  }

  /** After a version of a message. */
  public ChangesPosition withVersion(String ts, long version, boolean isLate) {
    return isLate
        ? new ChangesPosition(to, above, late.with(ts, version), said, replied)
        : new ChangesPosition(to, above.with(ts, version), late, said, replied);
  }

  /** After something was emitted. */
  public ChangesPosition withEmitted(String ts, boolean isReply) {
    return isReply
        ? new ChangesPosition(to, above, late, said, replied.with(ts))
        : new ChangesPosition(to, above, late, said.with(ts), replied);
  }

  /** After a deletion. */
  public ChangesPosition without(String ts) {
    return new ChangesPosition(to, above, late, said.without(ts), replied.without(ts));
  }

  /**
   * After a look.
   *
   * @param from what is older was not looked at
   * @param upTo edits up to here were seen
   */
  public ChangesPosition withLook(String from, String upTo) {
    String mark = to.filter(ts -> SlackTs.ORDER.compare(ts, upTo) >= 0).orElse(upTo);
    long told = (seconds(mark) + 1) * 1_000_000 - 1;
    return new ChangesPosition(
        Optional.of(mark), above.above(told), late, said.from(from), replied.from(from));
  }

  private static long seconds(String ts) {
    return new BigDecimal(ts).longValue();
  }
}
