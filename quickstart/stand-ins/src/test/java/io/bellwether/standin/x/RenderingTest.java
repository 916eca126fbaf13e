package io.bellwether.standin.x;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RenderingTest {
  private static final String ALL =
      "author_id,conversation_id,created_at,display_text_range,edit_controls,entities,"
          + "in_reply_to_user_id,lang,note_tweet,possibly_sensitive,public_metrics,"
          + "referenced_tweets,reply_settings,attachments,geo,withheld";

  private final Fixture fixture = Fixture.defaults();

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void textIsEscapedAndAddressesAreShortenedWithEntitiesInCodePoints() throws Exception {
    fixture.said("😡 a < b & c #Azure @ben $MSFT https://status.example.com/eu?x=1&y=2 !");
    JsonNode post = one("azure", ALL);
    String text = post.path("text").asText();
    assertThat(text)
        .startsWith("😡 a &lt; b &amp; c #Azure @ben $MSFT https://t.co/")
        .endsWith(" !");
    JsonNode url = post.at("/entities/urls/0");
    assertThat(part(text, url)).isEqualTo(url.path("url").asText());
    assertThat(url.path("expanded_url").asText())
        .isEqualTo("https://status.example.com/eu?x=1&y=2");
    assertThat(part(text, post.at("/entities/hashtags/0"))).isEqualTo("#Azure");
    assertThat(part(text, post.at("/entities/mentions/0"))).isEqualTo("@ben");
    assertThat(part(text, post.at("/entities/cashtags/0"))).isEqualTo("$MSFT");
  }

  @Test
  void aLongPostIsCutAndStandsWholeInItsNote() throws Exception {
    String all = "azure " + "is down & out ".repeat(40) + "#end";
    fixture.said(all);
    JsonNode post = one("azure", ALL);
    assertThat(post.path("text").asText()).endsWith("…");
    assertThat(post.path("text").asText().codePointCount(0, post.path("text").asText().length()))
        .isLessThanOrEqualTo(280);
    assertThat(post.at("/note_tweet/text").asText()).isEqualTo(all.replace("&", "&amp;"));
    assertThat(post.at("/note_tweet/entities/hashtags/0/tag").asText()).isEqualTo("end");
    assertThat(post.has("entities")).isFalse();
  }

  @Test
  void whatIsExpandedStandsBesideThePosts() throws Exception {
    Post question = fixture.said("What do you think?");
    XUser ben = fixture.timeline.user("ben");
    Post answer = fixture.timeline.post(Draft.of(ben, "azure is down, @ana").replyTo(question));
    fixture.clock.move(Duration.ofMinutes(1));
    JsonNode found =
        fixture.found(
            "query",
            "azure",
            "tweet.fields",
            ALL,
            "expansions",
            "author_id,referenced_tweets.id,referenced_tweets.id.author_id,in_reply_to_user_id,"
                + "entities.mentions.username",
            "user.fields",
            "created_at,verified");
    JsonNode post = found.at("/data/0");
    assertThat(post.path("conversation_id").asText()).isEqualTo("" + question.id());
    assertThat(post.at("/referenced_tweets/0/type").asText()).isEqualTo("replied_to");
    assertThat(post.path("in_reply_to_user_id").asText()).isEqualTo("" + fixture.ana.id());
    assertThat(post.path("id").asText()).isEqualTo("" + answer.id());
    assertThat(found.at("/includes/users")).hasSize(2);
    assertThat(found.at("/includes/users/0/username").asText()).isEqualTo("ben");
    assertThat(found.at("/includes/tweets/0/id").asText()).isEqualTo("" + question.id());
    assertThat(found.has("errors")).isFalse();
  }

  @Test
  void aReferencedPostThatIsGoneIsAPartialError() throws Exception {
    Post question = fixture.said("What do you think?");
    fixture.timeline.post(Draft.of(fixture.ana, "azure is down").replyTo(question));
    fixture.clock.move(Duration.ofMinutes(1));
    fixture.timeline.delete(question);
    JsonNode found = fixture.found("query", "azure", "expansions", "referenced_tweets.id");
    assertThat(found.path("data")).hasSize(1);
    assertThat(found.at("/errors/0/type").asText())
        .isEqualTo("https://api.x.com/2/problems/resource-not-found");
    assertThat(found.at("/errors/0/resource_id").asText()).isEqualTo("" + question.id());
  }

  private JsonNode one(String query, String fields) throws Exception {
    JsonNode found = fixture.found("query", query, "tweet.fields", fields);
    assertThat(found.path("data")).hasSize(1);
    return found.at("/data/0");
  }

  private static String part(String text, JsonNode entity) {
    int[] points = text.codePoints().toArray();
    int start = entity.path("start").asInt();
    return new String(points, start, entity.path("end").asInt() - start);
  }
}
