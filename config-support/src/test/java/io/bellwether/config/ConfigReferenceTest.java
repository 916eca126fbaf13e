package io.bellwether.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Type;
import org.apache.kafka.common.config.ConfigDef.Width;
import org.junit.jupiter.api.Test;

class ConfigReferenceTest {
  @Test
  void aKeyIsPrintedWithAllThatUsersNeed() {
    ConfigDef definition =
        new ConfigDef()
            .define(
                "b.mode",
                Type.STRING,
                "socket",
                Rules.oneOf("socket", "history"),
                Importance.HIGH,
                "How to read.",
                "Reading",
                1,
                Width.SHORT,
                "Mode")
            .define(
                "a.topic",
                Type.STRING,
                ConfigDef.NO_DEFAULT_VALUE,
                Importance.HIGH,
                "Where to.",
                "Writing",
                1,
                Width.SHORT,
                "Topic");

    assertThat(ConfigReference.markdown("Title", "Intro.", definition))
        .containsSubsequence(
            "# Title",
            "Intro.",
            "## Reading",
            "### `b.mode`",
            "*Mode.* How to read.",
            "- Default: `socket`",
            "- Valid values: one of socket, history",
            "## Writing",
            "### `a.topic`",
            "- Default: none, the key is required");
  }
}
