package io.bellwether.connect.twitter.source.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostIdTest {
  @Test
  void idsAreComparedAsNumbersBeyondWhatADoubleCanTell() {
    assertThat(PostId.newer("9007199254740993", "9007199254740992")).isEqualTo("9007199254740993");
    assertThat(PostId.newer("999", "1000")).isEqualTo("1000");
    assertThat(PostId.newer("18446744073709551615", "9223372036854775807"))
        .isEqualTo("18446744073709551615");
    assertThat(PostId.older("999", "1000")).isEqualTo("999");
    assertThat(PostId.before("9223372036854775808")).isEqualTo("9223372036854775807");
    assertThat(PostId.before("0")).isEqualTo("0");
  }

  @Test
  void anIdTellsItsMomentAndAMomentItsId() {
    Instant moment = Instant.parse("2026-11-25T12:00:00.123Z");
    assertThat(PostId.time(PostId.at(moment))).isEqualTo(moment);
    assertThat(PostId.time("1212092628029698048")).isEqualTo("2019-12-31T19:26:16.771Z");
    assertThat(PostId.at(Instant.EPOCH)).isEqualTo("0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-1", "+1", "1.5", "1e3", "abc", "18446744073709551616", "1 "})
  void whatIsNoIdIsNone(String text) {
    assertThat(PostId.isValid(text)).isFalse();
  }
}
