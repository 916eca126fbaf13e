package io.bellwether.standin.x.query;

import io.bellwether.standin.x.Reference;
import io.bellwether.standin.x.query.Query.Operator;
import io.bellwether.standin.x.text.Entity;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/**
 * The operators of X's list. Those about places, lists and X's own annotations are taken and match
 * nothing, because the stand-in's posts have none of these.
 */
final class Operators {
  private static final Map<String, BiPredicate<Candidate, String>> BY_VALUE = byValue();
  private static final Map<String, Predicate<Candidate>> IS = is();
  private static final Map<String, Predicate<Candidate>> HAS = has();

  private Operators() {}

  static Operator word(String text) {
    return new Operator(true, post -> post.says(text));
  }

  static Operator named(Entity.Kind kind, String value) {
    return new Operator(true, post -> post.names(kind, value));
  }

  /** {@code name:value}; {@code negated} because one of them is known negated only. */
  static Operator of(String name, String value, boolean negated, int position) {
    if (name.equals("lang")) {
      return new Operator(false, post -> post.post().lang().equalsIgnoreCase(value));
    }
    if (name.equals("is") && value.equals("nullcast") && !negated) {
      throw new QueryException("The 'is:nullcast' operator must be negated", position);
    }
    if (name.equals("is") || name.equals("has")) {
      Predicate<Candidate> test = (name.equals("is") ? IS : HAS).get(value);
      if (test == null) {
        throw invalid(name + ":" + value, position);
      }
      return new Operator(false, test);
    }
    if (name.startsWith("min_")) {
      return new Operator(true, atLeast(name, value, position));
    }
    BiPredicate<Candidate, String> test = BY_VALUE.get(name);
    if (test == null) {
      throw invalid(name, position);
    }
    return new Operator(true, post -> test.test(post, value));
  }

  private static Predicate<Candidate> atLeast(String name, String value, int position) {
    if (!value.matches("\\d{1,9}")) {
      throw new QueryException("'" + name + "' needs a whole number", position);
    }
    long least = Long.parseLong(value);
    return switch (name) {
      case "min_likes" -> post -> post.post().metrics().likes() >= least;
      case "min_replies" -> post -> post.post().metrics().replies() >= least;
      case "min_reposts" -> post -> post.post().metrics().reposts() >= least;
      default -> throw invalid(name, position);
    };
  }

  private static QueryException invalid(String operator, int position) {
    return new QueryException(
        "Reference to invalid operator '"
            + operator
            + "'. Operator is not available in current product or product packaging. Please refer to"
            + " complete available operator list at"
            + " https://docs.x.com/x-api/posts/search/integrate/operators.",
        position);
  }

  private static Map<String, BiPredicate<Candidate, String>> byValue() {
    Map<String, BiPredicate<Candidate, String>> all = new HashMap<>();
    all.put("from", Candidate::isFrom);
    all.put("to", (post, who) -> post.refersToPostOf(Reference.Kind.REPLIED_TO, who));
    all.put("retweets_of", (post, who) -> post.refersToPostOf(Reference.Kind.RETWEETED, who));
    all.put("url", (post, part) -> post.names(Entity.Kind.URL, part));
    all.put(
        "conversation_id", (post, id) -> String.valueOf(post.post().conversationId()).equals(id));
    all.put("in_reply_to_tweet_id", (post, id) -> post.refersTo(Reference.Kind.REPLIED_TO, id));
    all.put("retweets_of_tweet_id", (post, id) -> post.refersTo(Reference.Kind.RETWEETED, id));
    all.put("quotes_of_tweet_id", (post, id) -> post.refersTo(Reference.Kind.QUOTED, id));
    for (String unknown :
        new String[] {
          "context", "entity", "list", "place", "place_country", "point_radius", "bounding_box"
        }) {
      all.put(unknown, (post, value) -> false);
    }
    return Map.copyOf(all);
  }

  private static Map<String, Predicate<Candidate>> is() {
    return Map.of(
        "retweet", post -> post.refersTo(Reference.Kind.RETWEETED),
        "reply", post -> post.refersTo(Reference.Kind.REPLIED_TO),
        "quote", post -> post.refersTo(Reference.Kind.QUOTED),
        "verified", Candidate::isVerified,
        "nullcast", post -> false);
  }

  private static Map<String, Predicate<Candidate>> has() {
    return Map.of(
        "hashtags", post -> post.has(Entity.Kind.HASHTAG),
        "cashtags", post -> post.has(Entity.Kind.CASHTAG),
        "mentions", post -> post.has(Entity.Kind.MENTION),
        "links", post -> post.has(Entity.Kind.URL),
        "media", post -> false,
        "images", post -> false,
        "video_link", post -> false,
        "geo", post -> false);
  }
}
