package io.bellwether.connect.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.config.Rules;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigValue;
import org.junit.jupiter.api.Test;

class ConnectorCheckTest {
  private final ConfigDef definition =
      new ConfigDef()
          .define(
              "topic",
              ConfigDef.Type.STRING,
              ConfigDef.NO_DEFAULT_VALUE,
              Rules.topic(),
              ConfigDef.Importance.HIGH,
              "Where to.")
          .define(
              "mode",
              ConfigDef.Type.STRING,
              "a",
              Rules.oneOf("a", "b"),
              ConfigDef.Importance.HIGH,
              "How.");

  private static List<String> errors(ConnectorCheck check, String key) {
    return check.config().configValues().stream()
        .filter(value -> value.name().equals(key))
        .map(ConfigValue::errorMessages)
        .findFirst()
        .orElse(List.of());
  }

  @Test
  void aMisspeltKeyIsAnErrorOfThatKeyWithTheRightOne() {
    ConnectorCheck check =
        ConnectorCheck.ofSource(definition, Map.of("topic", "t", "mod", "a", "task.max", "1"));

    assertThat(errors(check, "mod").get(0)).contains("Did you mean 'mode'?");
    assertThat(errors(check, "task.max").get(0)).contains("Did you mean 'tasks.max'?");
    assertThat(check.isClean()).isFalse();
  }

  @Test
  void aSinksKeyInASourceIsAMisspeltOne() {
    ConnectorCheck check =
        ConnectorCheck.ofSource(definition, Map.of("topic", "t", "topics", "azure"));
    assertThat(errors(check, "topics").get(0)).contains("Did you mean 'topic'?");
    assertThat(ConnectorCheck.ofSink(definition, Map.of("topic", "t", "topics", "a")).isClean())
        .isTrue();
  }

  @Test
  void theKeysOfConnectItselfAreKnown() {
    ConnectorCheck check =
        ConnectorCheck.ofSource(
            definition,
            Map.of(
                "name", "n",
                "connector.class", "c",
                "topic", "t",
                "errors.deadletterqueue.topic.name", "dlq",
                "transforms.drop.type", "x"));

    assertThat(check.isClean()).isTrue();
  }

  @Test
  void aMissingKeyAndABadValueAreNamed() {
    ConnectorCheck check = ConnectorCheck.ofSource(definition, Map.of("mode", "c"));

    assertThat(errors(check, "topic"))
        .singleElement()
        .asString()
        .contains("Missing required configuration 'topic'. Set it to a topic name");
    assertThat(errors(check, "mode").get(0)).contains("one of a, b");
  }

  @Test
  void aValueOfAnotherTypeIsAnsweredWithTheRemedy() {
    definition.define(
        "pace.ms",
        ConfigDef.Type.LONG,
        1L,
        Rules.between(1, 9, "milliseconds"),
        ConfigDef.Importance.LOW,
        "Pace.");
    ConnectorCheck check =
        ConnectorCheck.ofSource(definition, Map.of("topic", "t", "pace.ms", "2s"));
    assertThat(errors(check, "pace.ms"))
        .singleElement()
        .asString()
        .contains("2s", "Not a number", "Use a whole number of milliseconds from 1 to 9.");
  }

  @Test
  void aSecretThatNoProviderHasLookedUpIsToldAsSuchAndNotShown() {
    definition.define(
        "key",
        ConfigDef.Type.PASSWORD,
        null,
        Rules.secret("k-", "the key"),
        ConfigDef.Importance.HIGH,
        "Key.");
    ConnectorCheck check =
        ConnectorCheck.ofSource(definition, Map.of("topic", "t", "key", "${env:hunter2}"));
    assertThat(errors(check, "key"))
        .singleElement()
        .asString()
        .contains("${env:...}", "config.providers", "'env'")
        .doesNotContain("hunter2");
  }
}
