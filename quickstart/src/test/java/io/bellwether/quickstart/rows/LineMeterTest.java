package io.bellwether.quickstart.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LineMeterTest {
  @Test
  void oneLineEveryFiveSecondsSaysHowFarAndHowFast() {
    ManualTime time = new ManualTime();
    StringWriter text = new StringWriter();
    LineMeter meter = new LineMeter(2_000, new PrintWriter(text), time);
    for (int row = 1; row <= 1_001; row++) {
      long position = row;
      meter.at(() -> position, row);
      time.pass(Duration.ofMillis(10).toNanos());
    }
    meter.close();

    assertThat(text.toString().lines())
        .containsExactly(" 25 %  501 rows, 100 a second", " 50 %  1,001 rows, 100 a second");
  }
}
