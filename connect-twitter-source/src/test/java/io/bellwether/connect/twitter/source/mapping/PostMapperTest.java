package io.bellwether.connect.twitter.source.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.connect.feedback.Feedback;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PostMapperTest {
  private static final Instant AT = Instant.parse("2026-11-25T12:00:00Z");

  private static Post post(String id, String text, List<String> history) {
    return new Post(
        id,
        text,
        List.of(new Post.Link("https://t.co/abc", "https://status.azure.com/?a=1&lt;=2")),
        Optional.of(new Post.Author("7", Optional.of("Ann"), Optional.of("ann"))),
        Optional.of(AT),
        Optional.of("en"),
        history,
        List.of(
            new Post.Reference("quoted", "5"),
            new Post.Reference("replied_to", "9007199254740993")),
        Map.of("like_count", 3L));
  }

  @Test
  void aPostBecomesFeedback() {
    Feedback feedback =
        PostMapper.feedback(
            post("10", "Down &amp; out &lt;3 &amp;lt; https://t.co/abc", List.of("10")), "azure");

    assertThat(feedback.eventId()).isEqualTo("x:10:0");
    assertThat(feedback.source()).isEqualTo("x");
    assertThat(feedback.query()).contains("azure");
    assertThat(feedback.channel()).isEmpty();
    assertThat(feedback.author()).isEqualTo(new Feedback.Named("7", "Ann"));
    assertThat(feedback.text()).isEqualTo("Down & out <3 &lt; https://status.azure.com/?a=1&lt;=2");
    assertThat(feedback.rawText()).isEqualTo("Down &amp; out &lt;3 &amp;lt; https://t.co/abc");
    assertThat(feedback.url()).contains("https://x.com/ann/status/10");
    assertThat(feedback.thread()).contains("9007199254740993");
    assertThat(feedback.language()).contains("en");
    assertThat(feedback.saidAt()).isEqualTo(AT);
    assertThat(feedback.echo().metrics()).containsEntry("like_count", 3L);
    assertThat(feedback.echo().references()).hasSize(2);
  }

  @Test
  void anEditIsANewVersionOfTheFirst() {
    Feedback edited = PostMapper.feedback(post("30", "c", List.of("10", "20", "30")), "azure");
    assertThat(edited.eventId()).isEqualTo("x:10:2");
    assertThat(edited.key()).isEqualTo("x:10");
    assertThat(edited.url()).contains("https://x.com/ann/status/30");
  }

  @Test
  void whatXLeavesOutIsDoneWithout() {
    Post bare =
        new Post(
            "1212092628029698048",
            "hello",
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.of("und"),
            List.of(),
            List.of(),
            Map.of());
    Feedback feedback = PostMapper.feedback(bare, "azure");
    assertThat(feedback.eventId()).isEqualTo("x:1212092628029698048:0");
    assertThat(feedback.author()).isEqualTo(new Feedback.Named("unknown", "unknown"));
    assertThat(feedback.url()).contains("https://x.com/i/status/1212092628029698048");
    assertThat(feedback.saidAt()).isEqualTo("2019-12-31T19:26:16.771Z");
    assertThat(feedback.language()).isEmpty();
    assertThat(feedback.thread()).isEmpty();
  }
}
