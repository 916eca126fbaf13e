package io.bellwether.connect.slack.source.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class KeywordFilterTest {
  @Test
  void anyOfTheKeywordsInAnyCaseIsEnough() {
    KeywordFilter filter = KeywordFilter.containing(List.of("Azure", "größe (x)"));
    assertThat(filter.accepts("is azure down?")).isTrue();
    assertThat(filter.accepts("die GRÖSSE (X)")).isFalse();
    assertThat(filter.accepts("die GRÖßE (X)")).isTrue();
    assertThat(filter.accepts("nothing of it")).isFalse();
  }

  @Test
  void withoutKeywordsEverythingIsWanted() {
    assertThat(KeywordFilter.containing(List.of()).accepts("")).isTrue();
  }

  @Test
  void aBlankKeywordIsRefusedBecauseItWouldMatchEverything() {
    assertThatThrownBy(
            () ->
                new io.bellwether.connect.slack.source.SlackSourceConfig(
                    java.util.Map.of(
                        "slack.bot.token", "t", "slack.channels", "c", "keywords", "azure,")))
        .hasMessageContaining("keywords")
        .hasMessageContaining("none of them blank");
  }

  @Test
  void anExpressionIsSearchedAnywhere() {
    assertThat(KeywordFilter.matching("\\bAPI-\\d+").accepts("see API-42")).isTrue();
    assertThat(KeywordFilter.matching("\\bAPI-\\d+").accepts("see api-42")).isFalse();
  }
}
