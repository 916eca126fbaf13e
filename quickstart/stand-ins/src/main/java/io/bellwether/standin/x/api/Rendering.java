package io.bellwether.standin.x.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bellwether.standin.x.Metrics;
import io.bellwether.standin.x.Post;
import io.bellwether.standin.x.Reference;
import io.bellwether.standin.x.Timeline;
import io.bellwether.standin.x.XUser;
import io.bellwether.standin.x.text.Entity;
import io.bellwether.standin.x.text.PostText;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Posts and people as JSON, with the fields that were asked for. */
final class Rendering {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);
  private static final Duration EDITABLE = Duration.ofMinutes(30);
  private static final int MOST_EDITS = 5;

  private final Timeline timeline;

  Rendering(Timeline timeline) {
    this.timeline = timeline;
  }

  static String time(Instant time) {
    return TIME.format(time);
  }

  /** Always {@code id}, {@code text} and {@code edit_history_tweet_ids}. */
  ObjectNode post(Post post, Set<String> fields) {
    PostText whole = PostText.of(post.text());
    PostText shown = whole.cut(Post.LONGEST_TEXT);
    ObjectNode json = Json.object().put("id", id(post.id())).put("text", shown.text());
    ArrayNode versions = json.putArray("edit_history_tweet_ids");
    post.versions().forEach(each -> versions.add(id(each)));
    for (String field : fields) {
      switch (field) {
        case "author_id" -> json.put(field, id(post.authorId()));
        case "created_at" -> json.put(field, time(post.createdAt()));
        case "lang" -> json.put(field, post.lang());
        case "conversation_id" -> json.put(field, id(post.conversationId()));
        case "possibly_sensitive" -> json.put(field, false);
        case "reply_settings" -> json.put(field, "everyone");
        case "display_text_range" ->
            json.putArray(field).add(0).add(shown.text().codePointCount(0, shown.text().length()));
        case "public_metrics" -> json.set(field, metrics(post.metrics()));
        case "edit_controls" -> json.set(field, editControls(post));
        case "entities" -> putUnlessEmpty(json, field, entities(shown.entities()));
        case "in_reply_to_user_id" ->
            post.referenced(Reference.Kind.REPLIED_TO)
                .flatMap(timeline::byId)
                .ifPresent(other -> json.put(field, id(other.authorId())));
        case "referenced_tweets" -> references(json, post);
        case "note_tweet" -> note(json, post, whole);
        default -> {
          // The stand-in's posts have no media, places, articles or annotations.
        }
      }
    }
    return json;
  }

  /** Always {@code id}, {@code name} and {@code username}. */
  static ObjectNode user(XUser user, Set<String> fields) {
    ObjectNode json =
        Json.object()
            .put("id", id(user.id()))
            .put("name", user.name())
            .put("username", user.username());
    for (String field : fields) {
      switch (field) {
        case "created_at" -> json.put(field, time(user.createdAt()));
        case "verified" -> json.put(field, user.verified());
        case "protected" -> json.put(field, false);
        default -> {
          // Nothing is known of it, so X would leave it out.
        }
      }
    }
    return json;
  }

  static String id(long id) {
    return Long.toUnsignedString(id);
  }

  private static void references(ObjectNode json, Post post) {
    for (Reference each : post.references()) {
      json.withArray("referenced_tweets")
          .addObject()
          .put("type", each.kind().name().toLowerCase(Locale.ROOT))
          .put("id", id(each.id()));
    }
  }

  private static void note(ObjectNode json, Post post, PostText whole) {
    if (post.isNote()) {
      ObjectNode note = json.putObject("note_tweet").put("text", whole.text());
      putUnlessEmpty(note, "entities", entities(whole.entities()));
    }
  }

  private static ObjectNode metrics(Metrics metrics) {
    return Json.object()
        .put("retweet_count", metrics.reposts())
        .put("reply_count", metrics.replies())
        .put("like_count", metrics.likes())
        .put("quote_count", metrics.quotes())
        .put("bookmark_count", metrics.bookmarks())
        .put("impression_count", metrics.impressions());
  }

  private ObjectNode editControls(Post post) {
    Instant first = timeline.byId(post.versions().get(0)).orElse(post).createdAt();
    return Json.object()
        .put("edits_remaining", Math.max(0, MOST_EDITS - post.versions().size() + 1))
        .put("is_edit_eligible", true)
        .put("editable_until", time(first.plus(EDITABLE)));
  }

  private static ObjectNode entities(List<Entity> entities) {
    ObjectNode json = Json.object();
    for (Entity each : entities) {
      String kind = each.kind().name().toLowerCase(Locale.ROOT) + "s";
      ObjectNode entity =
          json.withArray(kind).addObject().put("start", each.start()).put("end", each.end());
      switch (each.kind()) {
        case HASHTAG, CASHTAG -> entity.put("tag", each.value());
        case MENTION -> entity.put("username", each.value());
        case URL ->
            entity
                .put("url", PostText.shortened(each.value()))
                .put("expanded_url", each.value())
                .put("display_url", each.value().replaceFirst("^https?://", ""));
      }
    }
    return json;
  }

  private static void putUnlessEmpty(ObjectNode json, String field, ObjectNode value) {
    if (!value.isEmpty()) {
      json.set(field, value);
    }
  }
}
