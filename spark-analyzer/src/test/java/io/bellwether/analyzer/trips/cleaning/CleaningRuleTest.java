package io.bellwether.analyzer.trips.cleaning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CleaningRuleTest {
  @ParameterizedTest
  @EnumSource(CleaningRule.class)
  void everyRuleIsDocumentedAsItIs(CleaningRule rule) throws IOException {
    String page = Files.readString(Path.of("..", "docs", "trips.md"));
    assertThat(page).contains("| `" + rule.label() + "` | " + rule.reason() + " |");
    assertThat(CleaningRule.of(rule.label())).isEqualTo(rule);
  }
}
