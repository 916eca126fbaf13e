package io.bellwether.connect.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** How a log names a service's request. */
class RequestIdTest {
  private static String of(Map<String, String> headers) {
    Map<String, String> anyCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    anyCase.putAll(headers);
    return RequestId.of(anyCase::get).orElse("none");
  }

  @Test
  void theServicesOwnIdIsToldWithItsHeader() {
    assertThat(of(Map.of("X-Slack-Req-Id", "b0f1"))).isEqualTo("x-slack-req-id b0f1");
    assertThat(of(Map.of("x-transaction-id", "9c"))).isEqualTo("x-transaction-id 9c");
    assertThat(of(Map.of("cf-ray", "8f-FRA"))).isEqualTo("CF-Ray 8f-FRA");
    assertThat(of(Map.of("cf-ray", "8f-FRA", "x-transaction-id", "9c")))
        .isEqualTo("x-transaction-id 9c");
  }

  @Test
  void whatIsNoPlainIdIsNotTold() {
    assertThat(of(Map.of())).isEqualTo("none");
    assertThat(of(Map.of("x-slack-req-id", "a b\nERROR all is lost"))).isEqualTo("none");
    assertThat(of(Map.of("x-slack-req-id", "a".repeat(101)))).isEqualTo("none");
  }
}
