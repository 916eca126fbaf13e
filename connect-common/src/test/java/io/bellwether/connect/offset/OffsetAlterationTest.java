package io.bellwether.connect.offset;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.connect.errors.ConnectException;
import org.junit.jupiter.api.Test;

class OffsetAlterationTest {
  private static String partition(Map<String, ?> fields) {
    return new OffsetFields("partition", fields).only("channel").required("channel");
  }

  private static String position(Map<String, ?> fields) {
    return new OffsetFields("offset", fields).only("at").required("at");
  }

  private static void check(Map<String, ?> partition, Map<String, ?> offset) {
    Map<Map<String, ?>, Map<String, ?>> offsets = new HashMap<>();
    offsets.put(partition, offset);
    OffsetAlteration.check(
        offsets, OffsetAlterationTest::partition, OffsetAlterationTest::position);
  }

  @Test
  void goodOffsetsAreAccepted() {
    assertThatCode(() -> check(Map.of("channel", "C1"), Map.of("at", "1.0")))
        .doesNotThrowAnyException();
  }

  @Test
  void aTombstoneIsAcceptedForAnyPartitionSoThatGarbageCanBeRemoved() {
    assertThatCode(() -> check(Map.of("rubbish", "C1"), null)).doesNotThrowAnyException();
    assertThatCode(() -> check(null, null)).doesNotThrowAnyException();
  }

  @Test
  void badKeysAndValuesAreRefusedByName() {
    assertThatThrownBy(() -> check(Map.of("chanel", "C1"), Map.of("at", "1.0")))
        .isInstanceOf(ConnectException.class)
        .hasMessageContainingAll("chanel", "channel");
    assertThatThrownBy(() -> check(Map.of("channel", "C1"), Map.of("at", 17)))
        .hasMessageContainingAll("at", "17", "C1");
    assertThatThrownBy(() -> check(Map.of("channel", ""), Map.of("at", "1.0")))
        .hasMessageContaining("channel");
    assertThatThrownBy(() -> check(null, Map.of("at", "1.0"))).hasMessageContaining("partition");
  }
}
