package io.bellwether.connect.twitter.source.offset;

import io.bellwether.connect.offset.OffsetFields;
import io.bellwether.connect.offset.SourcePosition;
import io.bellwether.connect.twitter.source.mapping.PostId;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.kafka.connect.errors.ConnectException;

/**
 * How far a query has been read. X gives the newest posts first, so a drain goes from a newest post
 * down to {@code sinceId}, and only at its end the newest becomes the next {@code sinceId}. Until
 * then {@code untilId} is the last post that was emitted: a restart goes on below it.
 *
 * @param sinceId all posts up to this one are done; empty for none
 * @param newestId the newest post of the drain that is under way
 * @param untilId the oldest post that this drain has emitted
 * @param live posts newer than {@code sinceId} that the stream brought, until a drain passes them
 * @param spent how many posts were read
 * @param cappedUntil until when X allows no reading, because its usage cap was met
 */
public record QueryPosition(
    Optional<String> sinceId,
    Optional<String> newestId,
    Optional<String> untilId,
    List<String> live,
    Spent spent,
    Optional<Instant> cappedUntil)
    implements SourcePosition {
  private static final String SINCE = "since_id";
  private static final String NEWEST = "newest_id";
  private static final String UNTIL = "until_id";
  private static final String LIVE = "live_ids";
  private static final String CAPPED = "capped_until";

  public QueryPosition {
    live = List.copyOf(live);
  }

  /** All posts up to this one are done; empty for none. */
  public static QueryPosition since(Optional<String> sinceId) {
    return new QueryPosition(
        sinceId, Optional.empty(), Optional.empty(), List.of(), Spent.NOTHING, Optional.empty());
  }

  /**
   * Reads the stored form.
   *
   * @throws ConnectException naming a bad field
   */
  public static QueryPosition fromMap(Map<String, ?> stored) {
    OffsetFields fields =
        new OffsetFields("offset", stored)
            .only(
                SINCE,
                NEWEST,
                UNTIL,
                LIVE,
                CAPPED,
                Spent.DAY,
                Spent.THAT_DAY,
                Spent.PERIOD,
                Spent.THAT_PERIOD);
    Optional<String> newest = id(fields, NEWEST);
    Optional<String> until = id(fields, UNTIL);
    if (newest.isPresent() != until.isPresent()) {
      throw new ConnectException(
          "The offset fields 'newest_id' and 'until_id' belong together: set both or neither.");
    }
    return new QueryPosition(
        id(fields, SINCE), newest, until, ids(fields), Spent.from(fields), time(fields));
  }

  private static Optional<String> id(OffsetFields fields, String name) {
    return fields.optional(name).map(id -> valid(name, id));
  }

  private static List<String> ids(OffsetFields fields) {
    return fields.optional(LIVE).stream()
        .flatMap(list -> Arrays.stream(list.split(",")))
        .map(id -> valid(LIVE, id))
        .toList();
  }

  private static String valid(String name, String id) {
    if (!PostId.isValid(id)) {
      throw new ConnectException(
          "The offset field '%s' must be the id of a post as text, not %s.".formatted(name, id));
    }
    return id;
  }

  private static Optional<Instant> time(OffsetFields fields) {
    Optional<String> text = fields.optional(CAPPED);
    try {
      return text.map(Instant::parse);
    } catch (DateTimeParseException e) {
      throw new ConnectException(
          "The offset field '%s' must be a time such as 2026-11-01T00:00:00Z, not %s."
              .formatted(CAPPED, text.orElse("")),
          e);
    }
  }

  /** Whether a drain is under way. */
  public boolean isDraining() {
    return newestId.isPresent();
  }

  /** Whether the stream brought this post already. */
  public boolean isLive(String id) {
    return live.contains(id);
  }

  /** The position after one more post of a drain. */
  public QueryPosition drained(String newest, String id) {
    return new QueryPosition(
        sinceId, Optional.of(newest), Optional.of(id), live, spent, cappedUntil);
  }

  /** The position after a drain that read everything up to this id. */
  public QueryPosition done(String upTo) {
    return new QueryPosition(
        Optional.of(upTo),
        Optional.empty(),
        Optional.empty(),
        live.stream().filter(id -> PostId.ORDER.compare(id, upTo) > 0).toList(),
        spent,
        cappedUntil);
  }

  /** The position when nothing up to this id can be read any more; a drain above it goes on. */
  public QueryPosition skippedTo(String id) {
    boolean isOver = untilId.isPresent() && PostId.ORDER.compare(untilId.get(), id) <= 0;
    QueryPosition skipped =
        new QueryPosition(Optional.of(id), newestId, untilId, live, spent, cappedUntil);
    return isOver ? skipped.done(PostId.newer(newestId.orElse(id), id)) : skipped;
  }

  /** The position after a post that the stream brought. */
  public QueryPosition withLive(String id) {
    TreeSet<String> more = new TreeSet<>(PostId.ORDER);
    more.addAll(live);
    more.add(id);
    return new QueryPosition(sinceId, newestId, untilId, List.copyOf(more), spent, cappedUntil);
  }

  /** The position with another count of posts. */
  public QueryPosition withSpent(Spent now) {
    return new QueryPosition(sinceId, newestId, untilId, live, now, cappedUntil);
  }

  /** The position with another end of the cap. */
  public QueryPosition withCap(Optional<Instant> until) {
    return new QueryPosition(sinceId, newestId, untilId, live, spent, until);
  }

  @Override
  public Map<String, Object> toMap() {
    Map<String, Object> map = new HashMap<>();
    sinceId.ifPresent(id -> map.put(SINCE, id));
    newestId.ifPresent(id -> map.put(NEWEST, id));
    untilId.ifPresent(id -> map.put(UNTIL, id));
    if (!live.isEmpty()) {
      map.put(LIVE, String.join(",", live));
    }
    spent.addTo(map);
    cappedUntil.ifPresent(until -> map.put(CAPPED, until.toString()));
    return map;
  }
}
