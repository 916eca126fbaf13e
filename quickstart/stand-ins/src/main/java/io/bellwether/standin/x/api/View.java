package io.bellwether.standin.x.api;

import java.util.Set;

/** Which fields and related objects a caller asks for; the rest is left out. */
record View(Set<String> postFields, Set<String> expansions, Set<String> userFields) {
  static final Set<String> PARAMETERS =
      Set.of(
          "tweet.fields",
          "expansions",
          "user.fields",
          "media.fields",
          "poll.fields",
          "place.fields");

  private static final Set<String> POST_FIELDS =
      Set.of(
          "article",
          "attachments",
          "author_id",
          "card_uri",
          "community_id",
          "context_annotations",
          "conversation_id",
          "created_at",
          "display_text_range",
          "edit_controls",
          "edit_history_tweet_ids",
          "entities",
          "geo",
          "id",
          "in_reply_to_user_id",
          "lang",
          "media_metadata",
          "non_public_metrics",
          "note_tweet",
          "organic_metrics",
          "paid_partnership",
          "possibly_sensitive",
          "promoted_metrics",
          "public_metrics",
          "referenced_tweets",
          "reply_settings",
          "scopes",
          "source",
          "text",
          "withheld");
  private static final Set<String> EXPANSIONS =
      Set.of(
          "article.cover_media",
          "article.media_entities",
          "attachments.media_keys",
          "attachments.media_source_tweet",
          "attachments.poll_ids",
          "author_id",
          "edit_history_tweet_ids",
          "entities.mentions.username",
          "geo.place_id",
          "in_reply_to_user_id",
          "entities.note.mentions.username",
          "referenced_tweets.id",
          "referenced_tweets.id.attachments.media_keys",
          "referenced_tweets.id.author_id");
  private static final Set<String> USER_FIELDS =
      Set.of(
          "affiliation",
          "connection_status",
          "created_at",
          "description",
          "entities",
          "id",
          "is_identity_verified",
          "location",
          "most_recent_tweet_id",
          "name",
          "parody",
          "pinned_tweet_id",
          "profile_banner_url",
          "profile_image_url",
          "protected",
          "public_metrics",
          "receives_your_dm",
          "subscription",
          "subscription_type",
          "url",
          "username",
          "verified",
          "verified_followers_count",
          "verified_type",
          "withheld");

  static View of(Parameters parameters) {
    Set<String> fields = parameters.list("tweet.fields", POST_FIELDS);
    Set<String> expansions = parameters.list("expansions", EXPANSIONS);
    // What is expanded is also shown where it stands.
    expansions.forEach(
        each ->
            POST_FIELDS.stream()
                .filter(field -> each.equals(field) || each.startsWith(field + "."))
                .forEach(fields::add));
    return new View(fields, expansions, parameters.list("user.fields", USER_FIELDS));
  }
}
