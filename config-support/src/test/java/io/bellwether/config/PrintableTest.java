package io.bellwether.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrintableTest {
  @Test
  void nobodyForgesALineOfTheLog() {
    assertThat(Printable.of("bad\r\n2026-11-25 ERROR all is lost\u0085\u2028x"))
        .isEqualTo("bad 2026-11-25 ERROR all is lost x");
  }

  @Test
  void aTerminalObeysNothing() {
    assertThat(Printable.of("a\u001b[2J\u0007b\u202Ec\u009b31m\u0000")).isEqualTo("a [2J b c 31m ");
  }

  @Test
  void readableTextOfAnyScriptStays() {
    String text = "#größe 群れ 👩‍👩‍👧 ok";
    assertThat(Printable.of(text)).isEqualTo(text);
    assertThat(Printable.of(null)).isEmpty();
  }

  @Test
  void aLongTextIsCut() {
    assertThat(Printable.of("x".repeat(5_000))).hasSize(1_001).endsWith("…");
  }
}
