package io.bellwether.standin.x.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bellwether.standin.x.Post;
import io.bellwether.standin.x.Timeline;
import io.bellwether.standin.x.query.Candidate;
import io.bellwether.standin.x.query.Query;
import io.bellwether.standin.x.query.QueryException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code GET /2/tweets/search/recent}: the newest first, page by page, of the last seven days. */
final class Search {
  private static final int LONGEST_QUERY = 512;
  private static final Set<String> PARAMETERS =
      Set.of(
          "query",
          "max_results",
          "next_token",
          "pagination_token",
          "start_time",
          "end_time",
          "since_id",
          "until_id",
          "sort_order");

  private final Timeline timeline;
  private final Rendering rendering;
  private final Usage usage;
  private final Duration delay;

  Search(Timeline timeline, Usage usage, Duration delay) {
    this.timeline = timeline;
    this.rendering = new Rendering(timeline);
    this.usage = usage;
    this.delay = delay;
  }

  Reply answer(Parameters parameters, Instant now) {
    Set<String> known = new HashSet<>(PARAMETERS);
    known.addAll(View.PARAMETERS);
    parameters.only(known);
    Query query = query(parameters);
    int most = parameters.number("max_results", 10, 100, 10);
    boolean relevancy =
        parameters.list("sort_order", Set.of("recency", "relevancy")).contains("relevancy");
    View view = View.of(parameters);
    Optional<PageToken> from = from(parameters);
    Instant first = from.map(PageToken::known).orElse(now);
    Range range = Range.of(parameters, now, first, delay);
    long below = relevancy ? range.below() : Math.min(range.below(), position(from));
    List<Post> found =
        timeline.between(range.above(), below, first).stream()
            .filter(post -> query.matches(Candidate.forSearch(timeline, post)))
            .sorted(relevancy ? byLikes() : Comparator.comparingLong(Post::id).reversed())
            .skip(relevancy ? from.map(PageToken::position).orElse(0L) : 0)
            .limit(most + 1L)
            .toList();
    List<Post> page = found.subList(0, Math.min(most, found.size()));
    usage.count(page, now);
    String next = null;
    if (found.size() > most) {
      long before = from.map(PageToken::position).orElse(0L);
      long position = relevancy ? before + most : page.get(most - 1).id();
      next = new PageToken(position, first).written();
    }
    return Reply.ok(body(page, view, next), page.size());
  }

  private ObjectNode body(List<Post> page, View view, String next) {
    ObjectNode body = Json.object();
    page.forEach(post -> body.withArray("data").add(rendering.post(post, view.postFields())));
    new Includes(timeline, rendering, view).into(body, page);
    ObjectNode meta = body.putObject("meta");
    if (!page.isEmpty()) {
      Comparator<Post> byId = Comparator.comparingLong(Post::id);
      meta.put("newest_id", Rendering.id(page.stream().max(byId).orElseThrow().id()));
      meta.put("oldest_id", Rendering.id(page.stream().min(byId).orElseThrow().id()));
    }
    meta.put("result_count", page.size());
    if (next != null) {
      meta.put("next_token", next);
    }
    return body;
  }

  private static Query query(Parameters parameters) {
    String text = parameters.text("query").orElse("");
    if (text.isBlank()) {
      throw Problem.invalid("query", text, "The `query` query parameter can not be empty");
    }
    if (text.length() > LONGEST_QUERY) {
      throw Problem.invalid(
          "query",
          text,
          "Rule length exceeded: the maximum allowed is " + LONGEST_QUERY + " characters");
    }
    try {
      return Query.parse(text);
    } catch (QueryException wrong) {
      throw Problem.invalid(
          "query", text, "There were errors processing your request: " + wrong.getMessage());
    }
  }

  private static Optional<PageToken> from(Parameters parameters) {
    return parameters
        .text("next_token")
        .or(() -> parameters.text("pagination_token"))
        .map(
            text ->
                PageToken.read(text)
                    .orElseThrow(
                        () ->
                            Problem.invalid(
                                "next_token",
                                text,
                                "The `next_token` query parameter value ["
                                    + text
                                    + "] is not valid")));
  }

  private static long position(Optional<PageToken> from) {
    return from.map(PageToken::position).orElse(Long.MAX_VALUE);
  }

  private static Comparator<Post> byLikes() {
    return Comparator.<Post>comparingLong(post -> post.metrics().likes() + post.metrics().reposts())
        .thenComparingLong(Post::id)
        .reversed();
  }
}
