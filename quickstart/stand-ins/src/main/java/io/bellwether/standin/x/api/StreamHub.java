package io.bellwether.standin.x.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bellwether.standin.x.Apps;
import io.bellwether.standin.x.Options;
import io.bellwether.standin.x.Post;
import io.bellwether.standin.x.StreamRule;
import io.bellwether.standin.x.Streams;
import io.bellwether.standin.x.Timeline;
import io.bellwether.standin.x.XApp;
import io.bellwether.standin.x.query.Candidate;
import io.bellwether.standin.x.query.Query;
import io.undertow.server.HttpServerExchange;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * {@code GET /2/tweets/search/stream}: sends each app the posts that its rules match, from the time
 * it connects. What is posted while it is not connected is not sent later.
 */
public final class StreamHub implements Streams, AutoCloseable {
  private static final Set<String> PARAMETERS =
      Set.of("backfill_minutes", "start_time", "end_time");

  private final Timeline timeline;
  private final Apps apps;
  private final Options options;
  private final Rendering rendering;
  private final Usage usage;
  private final Map<Long, OpenStream> open = new ConcurrentHashMap<>();
  private final AtomicInteger duplicates = new AtomicInteger();
  private final AtomicBoolean brokenLine = new AtomicBoolean();

  public StreamHub(Timeline timeline, Apps apps, Options options) {
    this.timeline = timeline;
    this.apps = apps;
    this.options = options;
    this.rendering = new Rendering(timeline);
    this.usage = new Usage(options.postsPerMonth());
    timeline.listenAtOnce(this::posted);
  }

  /** What streams and searches have cost together. */
  Usage usage() {
    return usage;
  }

  /** Reads what is asked for, or refuses it. */
  View view(Parameters parameters, XApp app) {
    Set<String> known = new HashSet<>(PARAMETERS);
    known.addAll(View.PARAMETERS);
    parameters.only(known);
    if (parameters.text("backfill_minutes").isPresent()) {
      throw Problem.generic(403, "Forbidden");
    }
    View view = View.of(parameters);
    if (apps.rules(app).isEmpty()) {
      throw connection(409, "RuleConfigurationIssue", "The stream has no rules.");
    }
    if (open(app) > 0) {
      throw connection(
          429,
          "TooManyConnections",
          "This stream is currently at the maximum allowed connection limit.");
    }
    return view;
  }

  /** Serves the stream; returns when it has ended. The headers are set. */
  void serve(HttpServerExchange exchange, XApp app, View view) {
    if (!exchange.isBlocking()) {
      exchange.startBlocking();
    }
    OpenStream stream = new OpenStream(exchange, view, options.clock(), options.keepAlive());
    if (open.putIfAbsent(app.id(), stream) != null) {
      stream.drop();
      return;
    }
    try {
      stream.serve();
    } finally {
      open.remove(app.id(), stream);
    }
  }

  private void posted(Post post) {
    open.forEach(
        (appId, stream) -> {
          List<StreamRule> matching = matching(appId, post);
          Instant now = options.clock().instant();
          if (!matching.isEmpty() && !usage.capped(now)) {
            usage.count(List.of(post), now);
            send(stream, post, matching);
          } else if (!matching.isEmpty()) {
            ObjectNode capped = Problem.usageCapped(appId).body();
            stream.end(Json.object().set("errors", Json.array().add(capped)).toString());
          }
        });
  }

  private List<StreamRule> matching(long appId, Post post) {
    Candidate candidate = Candidate.forStream(timeline, post);
    return apps.rules(appId).stream()
        .filter(rule -> Query.parse(rule.value()).matches(candidate))
        .toList();
  }

  private void send(OpenStream stream, Post post, List<StreamRule> matching) {
    ObjectNode line = Json.object();
    line.set("data", rendering.post(post, stream.view().postFields()));
    new Includes(timeline, rendering, stream.view()).into(line, List.of(post));
    for (StreamRule rule : matching) {
      ObjectNode match = Json.object().put("id", Rendering.id(rule.id()));
      line.withArray("matching_rules")
          .add(rule.tag() == null ? match : match.put("tag", rule.tag()));
    }
    Instant due = post.visibleAt();
    String text = line.toString();
    if (brokenLine.compareAndSet(true, false)) {
      stream.send(due, text.substring(0, text.length() / 2));
    }
    stream.send(due, text);
    if (duplicates.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
      stream.send(due, text);
    }
  }

  private static Problem connection(int status, String issue, String detail) {
    return Problem.of(status, "streaming-connection", "ConnectionException", detail)
        .with("connection_issue", issue);
  }

  @Override
  public int open(XApp app) {
    return open.containsKey(app.id()) ? 1 : 0;
  }

  @Override
  public void stall(XApp app) {
    open.computeIfPresent(
        app.id(),
        (id, stream) -> {
          stream.stall();
          return stream;
        });
  }

  @Override
  public void drop(XApp app) {
    OpenStream stream = open.get(app.id());
    if (stream != null) {
      stream.drop();
    }
  }

  @Override
  public void disconnect(XApp app) {
    OpenStream stream = open.get(app.id());
    if (stream != null) {
      ObjectNode error =
          Json.object()
              .put("title", "operational-disconnect")
              .put("disconnect_type", "UpstreamOperationalDisconnect")
              .put("detail", "This stream has been disconnected upstream for operational reasons.")
              .put("type", Problem.type("operational-disconnect"));
      stream.end(Json.object().set("errors", Json.array().add(error)).toString());
    }
  }

  @Override
  public void duplicateNext(int posts) {
    duplicates.set(posts);
  }

  @Override
  public void brokenLineNext() {
    brokenLine.set(true);
  }

  @Override
  public void close() {
    open.values().forEach(OpenStream::drop);
  }
}
