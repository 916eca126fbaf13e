package io.bellwether.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class UnknownKeysTest {
  private final UnknownKeys unknown =
      new UnknownKeys(List.of("slack.channels", "topic", "tasks.max"), List.of("transforms."));

  @Test
  void aMisspeltKeyIsAnsweredWithTheKeyThatWasMeant() {
    assertThat(unknown.among(List.of("slack.chanels")))
        .containsEntry(
            "slack.chanels", "Unknown key 'slack.chanels'. Did you mean 'slack.channels'?");
  }

  @Test
  void aKeyThatIsLikeNoOtherGetsNoGuess() {
    assertThat(unknown.among(List.of("colour")).get("colour"))
        .contains("colour")
        .doesNotContain("Did you mean");
  }

  @Test
  void knownKeysAndAllowedPrefixesAreNotReported() {
    assertThat(unknown.among(List.of("topic", "transforms.a.type"))).isEmpty();
  }
}
