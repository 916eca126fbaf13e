package io.bellwether.connect.twitter.source.read;

import io.bellwether.connect.feedback.Feedback;
import io.bellwether.connect.gaps.Gap;
import io.bellwether.connect.poll.Lane;
import io.bellwether.connect.poll.PolledPartition;
import io.bellwether.connect.remote.Outcome;
import io.bellwether.connect.remote.Outcome.Reject;
import io.bellwether.connect.remote.Outcome.Scope;
import io.bellwether.connect.twitter.source.api.SearchAnswer;
import io.bellwether.connect.twitter.source.api.SearchQuery;
import io.bellwether.connect.twitter.source.mapping.Post;
import io.bellwether.connect.twitter.source.mapping.PostId;
import io.bellwether.connect.twitter.source.mapping.PostMapper;
import io.bellwether.connect.twitter.source.offset.QueryPartition;
import io.bellwether.connect.twitter.source.offset.QueryPosition;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.source.SourceRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One query. It is drained again and again: from the newest post that is settled down to the newest
 * of the drain before. The position moves with each post, so that a restart goes on in the middle.
 */
final class QueryReader implements PolledPartition<SearchAnswer> {
  private static final Logger LOG = LoggerFactory.getLogger(QueryReader.class);

  /** How far X looks back. */
  static final Duration WINDOW = Duration.ofDays(7);

  /** The end of X's window moves while it is asked, and a drain that reaches it takes a while. */
  private static final Duration MARGIN = Duration.ofSeconds(10);

  private static final Duration LARGE_MARGIN = Duration.ofMinutes(10);

  /** X itself leaves out the last 30 seconds, whatever it is asked for. */
  private static final Duration SURELY_SETTLED = Duration.ofMinutes(1);

  /**
   * Where nothing is found the position moves on at this pace, long before the window passes it.
   */
  private static final Duration QUIET = Duration.ofHours(1);

  /** So many posts of the stream are remembered before a drain is to pass them. */
  private static final int MANY = 300;

  private static final Duration BETWEEN = Duration.ofSeconds(5);

  private final QueryPartition partition;
  private final String query;
  private final SharedByQueries shared;

  /** Read by the threads that read metrics too. */
  private volatile QueryPosition position;

  private Optional<Drain> drain = Optional.empty();
  private Instant next = Instant.MIN;
  private Instant again = Instant.MIN;
  private Instant finishedAt = Instant.EPOCH;
  private int skips;

  /**
   * @param query in X's language of operators
   * @param start where Connect has it, or where it is to begin
   */
  QueryReader(QueryPartition partition, String query, QueryPosition start, SharedByQueries shared) {
    this.partition = partition;
    this.query = query;
    this.position = start;
    this.shared = shared;
    shared.spending().add(() -> position.spent());
    shared.spending().resume(start.cappedUntil());
  }

  String name() {
    return partition.query();
  }

  @Override
  public QueryPartition partition() {
    return partition;
  }

  @Override
  public QueryPosition position() {
    return position;
  }

  @Override
  public Lane lane() {
    return shared.lane();
  }

  @Override
  public Instant due() {
    Optional<Instant> paused = shared.spending().pausedUntil();
    if (paused.isPresent()) {
      return paused.get();
    }
    if (isDraining()) {
      return Instant.MIN;
    }
    Instant settled =
        position
            .sinceId()
            .map(id -> PostId.time(id).plus(shared.pace().settle()).plusMillis(2))
            .orElse(Instant.MIN);
    return settled.isAfter(next) ? settled : next;
  }

  private boolean isDraining() {
    return drain.isPresent() || position.isDraining();
  }

  @Override
  public boolean isBehind(Instant now) {
    return isDraining() || !next.isAfter(now);
  }

  /** What is settled now is to be read soon, and what is new now as soon as it has settled. */
  void wantDrain(Instant now) {
    next = Instant.MIN;
    again = now.plus(shared.pace().settle()).plusMillis(2);
  }

  @Override
  public Supplier<Outcome<SearchAnswer>> question(Instant now) {
    Drain current = drain.orElseGet(() -> begin(now));
    drain = Optional.of(current);
    SearchQuery page =
        new SearchQuery(
            query,
            shared.spending().allowed(shared.pace().pageSize()),
            position.sinceId(),
            Optional.of(current.untilId()),
            current.nextToken());
    return () -> shared.search().apply(page);
  }

  private Drain begin(Instant now) {
    if (position.isDraining()) {
      return Drain.resumed(position.untilId().orElseThrow(), position.newestId().orElseThrow());
    }
    if (!again.isAfter(now)) {
      again = Instant.MIN;
    }
    return Drain.below(PostId.at(now.minus(shared.pace().settle())));
  }

  @Override
  public List<SourceRecord> accept(SearchAnswer answer, Instant now) {
    if (answer instanceof SearchAnswer.Page page) {
      return page(page, now);
    } else if (answer instanceof SearchAnswer.TooOld tooOld) {
      return skip(tooOld, now);
    }
    capped(shared.spending().capped(((SearchAnswer.Capped) answer).daily()));
    return List.of();
  }

  /** X allows no reading until then; the position keeps it, so that a restart does not ask. */
  void capped(Instant until) {
    position = position.withCap(Optional.of(until));
  }

  /** Has a drain pass what the stream brought, when it is so much that positions grow large. */
  void drainIfMany(Instant now) {
    if (position.live().size() >= MANY
        && !isBehind(now)
        && !PostId.time(position.live().get(0)).plus(shared.pace().settle()).isAfter(now)
        && !finishedAt.plus(BETWEEN).isAfter(now)) {
      next = Instant.MIN;
    }
  }

  /** How many posts of the stream the position remembers one by one. */
  int remembered() {
    return position.live().size();
  }

  private List<SourceRecord> page(SearchAnswer.Page page, Instant now) {
    Drain after = drain.orElseThrow().after(page.newestId(), page.nextToken());
    boolean isLast = page.nextToken().isEmpty();
    position = position.withCap(Optional.empty());
    count(page.posts());
    List<SourceRecord> records = new ArrayList<>();
    for (int n = 0; n < page.posts().size(); n++) {
      Post post = page.posts().get(n);
      boolean isKnown = position.isLive(post.id());
      position =
          isLast && n == page.posts().size() - 1
              ? position.done(after.newestId().orElse(post.id()))
              : position.drained(after.newestId().orElse(post.id()), post.id());
      if (!isKnown) {
        record(post).ifPresent(records::add);
      }
    }
    drain = Optional.of(after);
    if (isLast) {
      finish(after, now);
    }
    return records;
  }

  private void finish(Drain over, Instant now) {
    drain = Optional.empty();
    if (position.isDraining()) {
      position = position.done(over.newestId().orElseThrow());
    } else if (isLongAgo(over.untilId())) {
      String sure = PostId.at(now.minus(SURELY_SETTLED));
      position = position.done(PostId.before(PostId.older(over.untilId(), sure)));
    }
    skips = 0;
    finishedAt = now;
    Instant regular = now.plus(shared.pace().interval().get());
    next = again.isAfter(Instant.MIN) && again.isBefore(regular) ? again : regular;
  }

  /** Whether nothing was found for so long that the window would pass the position some day. */
  private boolean isLongAgo(String untilId) {
    return position
        .sinceId()
        .map(id -> PostId.time(id).plus(QUIET).isBefore(PostId.time(untilId)))
        .orElse(true);
  }

  private void count(List<Post> posts) {
    int billed = shared.spending().billed(posts.stream().map(Post::id).toList());
    position = position.withSpent(shared.spending().now(position.spent()).plus(billed));
  }

  private Optional<SourceRecord> record(Post post) {
    Feedback feedback = PostMapper.feedback(post, partition.query());
    return shared.emitted().add(feedback.eventId())
        ? Optional.of(shared.records().record(feedback, partition, position))
        : Optional.empty();
  }

  /** Takes a post that the stream brought, unless it was read before. */
  Optional<SourceRecord> live(Post post) {
    boolean isDone =
        position.isLive(post.id())
            || position
                .sinceId()
                .filter(id -> PostId.ORDER.compare(post.id(), id) <= 0)
                .isPresent();
    if (isDone) {
      return Optional.empty();
    }
    count(List.of(post));
    position = position.withLive(post.id());
    return record(post);
  }

  private List<SourceRecord> skip(SearchAnswer.TooOld tooOld, Instant now) {
    drain = Optional.empty();
    Duration margin = skips++ == 0 ? MARGIN : LARGE_MARGIN;
    Instant edge = tooOld.smallestId().map(PostId::time).orElse(now.minus(WINDOW));
    String from = PostId.at(edge.plus(margin));
    String since = position.sinceId().orElse("0");
    if (PostId.ORDER.compare(from, since) <= 0) {
      LOG.warn("X calls the position of query {} too old, which it is not", name());
      next = now.plus(shared.pace().interval().get());
      return List.of();
    }
    position = position.skippedTo(from);
    Gap gap =
        new Gap(
            PostId.time(since),
            PostId.time(from),
            "X looks back seven days only, and the query was not read for longer.");
    return shared.gaps().tell(gap, partition, position, now);
  }

  @Override
  public List<SourceRecord> refused(Reject<SearchAnswer> refusal, Instant now) {
    if (refusal.scope() == Scope.ALL) {
      throw new ConnectException(
          "X refuses the connector (" + refusal.code() + "). " + refusal.remedy());
    }
    if (drain.flatMap(Drain::nextToken).isPresent()) {
      LOG.warn("The page token of query {} is refused: {}", name(), refusal.remedy());
      drain = Optional.empty();
      return List.of();
    }
    throw new ConnectException(
        "X does not take query.%s (%s). %s".formatted(name(), refusal.code(), refusal.remedy()));
  }
}
