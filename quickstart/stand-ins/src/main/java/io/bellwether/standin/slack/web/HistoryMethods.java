package io.bellwether.standin.slack.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bellwether.standin.slack.Channel;
import io.bellwether.standin.slack.Message;
import io.bellwether.standin.slack.Ts;
import io.bellwether.standin.slack.Workspace;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;

/** {@code conversations.history} and {@code conversations.replies}. */
final class HistoryMethods {
  private static final List<String> SCOPES =
      List.of("channels:history", "groups:history", "im:history", "mpim:history");
  private static final String CURSOR = "next_ts";

  private final Workspace workspace;
  private final Access access;
  private final Rendering rendering;
  private final boolean oldestFirst;
  private final IntUnaryOperator cap;

  /** {@code cap} lowers a page's size where a smaller regime holds. */
  HistoryMethods(
      Workspace workspace, Rendering rendering, boolean oldestFirst, IntUnaryOperator cap) {
    this.workspace = workspace;
    this.access = new Access(workspace);
    this.rendering = rendering;
    this.oldestFirst = oldestFirst;
    this.cap = cap;
  }

  List<ApiMethod> all() {
    return List.of(
        ApiMethod.of("conversations.history", Tier.THREE, SCOPES, this::history),
        ApiMethod.of("conversations.replies", Tier.THREE, SCOPES, this::replies));
  }

  private ObjectNode history(ApiCall call) {
    Arguments arguments = call.arguments();
    Channel channel = access.readable(call.caller(), arguments.required("channel"));
    Range range = Range.of(arguments);
    boolean fromOldest = oldestFirst && range.onlyOldest();
    int limit = cap.applyAsInt(arguments.limit(100, 999));
    Optional<Ts> from = arguments.text("cursor").map(HistoryMethods::next);
    Ts low = fromOldest ? from.orElse(range.low()) : range.low();
    Ts high = fromOldest ? range.high() : from.orElse(range.high());
    List<Message> found = workspace.log().history(channel.id(), low, high, fromOldest, limit + 1);
    List<Message> page = new ArrayList<>(found.subList(0, Math.min(limit, found.size())));
    if (fromOldest) {
      Collections.reverse(page);
    }
    ObjectNode body = Json.object();
    messages(body, page, arguments.flag("include_all_metadata"));
    arguments.text("oldest").ifPresent(text -> body.put("oldest", text));
    arguments.text("latest").ifPresent(text -> body.put("latest", text));
    body.put("pin_count", 0).putNull("channel_actions_ts").put("channel_actions_count", 0);
    more(body, found, limit);
    return body;
  }

  private ObjectNode replies(ApiCall call) {
    Arguments arguments = call.arguments();
    Channel channel = access.readable(call.caller(), arguments.required("channel"));
    Ts asked =
        Ts.parse(arguments.required("ts")).orElseThrow(() -> new SlackError("invalid_arguments"));
    Message named =
        workspace
            .log()
            .find(channel.id(), asked.toString())
            .orElseThrow(() -> new SlackError("thread_not_found"));
    Message parent =
        named.reply() ? workspace.log().find(channel.id(), named.threadTs()).orElse(named) : named;
    Range range = Range.of(arguments);
    int limit = cap.applyAsInt(arguments.limit(1000, 1000));
    Optional<Ts> from = arguments.text("cursor").map(HistoryMethods::next);
    // The parent leads the first page whatever the bounds; the bounds choose among the replies.
    List<Message> found = new ArrayList<>(from.isPresent() ? List.of() : List.of(parent));
    Ts parentTs = Ts.parse(parent.ts()).orElseThrow();
    Ts low = from.orElse(range.low());
    found.addAll(workspace.log().replies(channel.id(), parentTs, low, range.high(), limit + 1));
    List<Message> page = found.subList(0, Math.min(limit, found.size()));
    ObjectNode body = Json.object();
    messages(body, page, arguments.flag("include_all_metadata"));
    more(body, found, limit);
    return body;
  }

  private void messages(ObjectNode body, List<Message> page, boolean allMetadata) {
    ArrayNode messages = body.putArray("messages");
    page.forEach(message -> messages.add(rendering.message(message, allMetadata)));
  }

  /** Only a page with a next one carries a cursor; the last has no response_metadata at all. */
  private static void more(ObjectNode body, List<Message> found, int limit) {
    boolean more = found.size() > limit;
    body.put("has_more", more);
    if (more) {
      long next = Ts.parse(found.get(limit).ts()).orElseThrow().micros();
      body.putObject("response_metadata")
          .put("next_cursor", Page.encode(CURSOR, Long.toString(next)));
    }
  }

  private static Ts next(String cursor) {
    try {
      return new Ts(Long.parseLong(Page.decode(cursor, CURSOR)));
    } catch (NumberFormatException notOurs) {
      throw new SlackError("invalid_cursor");
    }
  }
}
