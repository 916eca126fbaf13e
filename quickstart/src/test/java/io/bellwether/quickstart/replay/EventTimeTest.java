package io.bellwether.quickstart.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bellwether.quickstart.process.LaunchException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventTimeTest {
  private final EventTime auto = EventTime.of(EventTime.AUTO, ZoneOffset.UTC);

  @ParameterizedTest
  @CsvSource({
    "1561939203, 2019-07-01T00:00:03Z",
    "1561939203.172, 2019-07-01T00:00:03.172Z",
    "1561939203172, 2019-07-01T00:00:03.172Z",
    "0, 1970-01-01T00:00:00Z",
    "2019-07-01T00:00:03.172Z, 2019-07-01T00:00:03.172Z",
    "2019-07-01 02:00:03+02:00, 2019-07-01T00:00:03Z",
  })
  void theUsualFormsAreToldApart(String text, Instant expected) {
    assertThat(Instant.ofEpochMilli(auto.millis(text))).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "yesterday", "2019-07-01", "1.2.3", "7/19/2016 10:22", "-5"})
  void whatSaysNoMomentIsRefused(String text) {
    assertThatThrownBy(() -> auto.millis(text)).isInstanceOf(DateTimeException.class);
  }

  @Test
  void aPatternIsReadInItsZone() {
    EventTime format = EventTime.of("M/d/yyyy H:mm", ZoneId.of("America/Los_Angeles"));

    assertThat(Instant.ofEpochMilli(format.millis("7/19/2016 9:05")))
        .isEqualTo("2016-07-19T16:05:00Z");
    assertThatThrownBy(() -> format.millis("13/19/2016 9:05"))
        .isInstanceOf(DateTimeException.class);
    EventTime days = EventTime.of("yyyy-MM-dd", ZoneOffset.UTC);
    assertThat(Instant.ofEpochMilli(days.millis("2016-07-19"))).isEqualTo("2016-07-19T00:00:00Z");
  }

  @Test
  void aPatternThatIsNoneIsNamed() {
    assertThatThrownBy(() -> EventTime.of("bogus", ZoneOffset.UTC))
        .isInstanceOf(LaunchException.class)
        .hasMessageContaining("--time-format");
  }
}
