package io.bellwether.connect.slack.sink.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.connect.slack.sink.Records;
import io.bellwether.connect.slack.sink.mapping.Mapped.ToPost;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FirstPostsTest {
  private static final Instant WRITTEN = Instant.ofEpochMilli(Records.AT);

  private static Instant earliest(Map<String, Object> fields, Instant now) {
    AlertMapper mapper =
        new AlertMapper(
            new ChannelRoutes("c", Map.of()),
            new Looks(
                MessageTemplate.compile("x"),
                BlocksTemplate.compile(""),
                new Emojis("outcome", Map.of("negative", "red_circle"))),
            new FieldNames("event_id", "url", Optional.empty()),
            new FirstPosts("said_at", Duration.ofDays(1), () -> now));
    return ((ToPost) mapper.map(Records.of(fields))).alert().earliestPost();
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "2023-11-14T20:00:00Z, 2023-11-14T20:00:00Z",
        "2023-11-14T21:00:00.000100+01:00, 2023-11-14T20:00:00.000100Z",
        "1699992000000, 2023-11-14T20:00:00Z",
        // Longer ago than the window, unknown, and not a time: the window counts.
        "2020-01-01T00:00:00Z, 2023-11-13T22:13:20Z",
        "-, 2023-11-13T22:13:20Z",
        "yesterday, 2023-11-13T22:13:20Z",
        "-9e30, 2023-11-13T22:13:20Z",
        // A clock that is ahead: nobody can have posted before the record was written.
        "2023-11-15T00:00:00Z, 2023-11-14T22:13:20Z"
      })
  void anEventWasPostedAfterItTookPlaceAndNotLongBeforeItsRecord(String saidAt, Instant expected) {
    Map<String, Object> fields = new HashMap<>();
    fields.put("event_id", "e");
    fields.put("said_at", saidAt);
    assertThat(earliest(fields, WRITTEN.plusSeconds(1))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"60, 2023-11-14T22:13:20Z", "-60, 2023-11-14T22:12:20Z"})
  void aRecordKnownByItsPlaceWasNotPostedBeforeItWasWrittenNorInTheFuture(
      int nowAfter, Instant expected) {
    assertThat(earliest(Map.of("said_at", "2023-11-14T20:00:00Z"), WRITTEN.plusSeconds(nowAfter)))
        .isEqualTo(expected);
  }
}
