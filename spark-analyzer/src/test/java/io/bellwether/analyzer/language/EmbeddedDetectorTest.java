package io.bellwether.analyzer.language;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmbeddedDetectorTest {
  private final EmbeddedDetector detector = new EmbeddedDetector();

  /** Of the 60 short texts in German, Spanish, French and Japanese that were written for this. */
  private static final double FEWEST_REFUSED = 0.9;

  private record Complaint(String language, String text) {}

  @Test
  void shortComplaintsInOtherLanguagesAreNotTakenForEnglish() throws IOException {
    List<Complaint> complaints = complaints();
    assertThat(complaints).hasSize(90);
    assertThat(complaints)
        .noneMatch(complaint -> detect(complaint.text()).equals(Optional.of("en")));
    List<Complaint> main =
        complaints.stream()
            .filter(one -> Set.of("de", "es", "fr", "ja").contains(one.language()))
            .toList();
    long named = main.stream().filter(one -> detect(one.text()).isPresent()).count();
    assertThat(named / (double) main.size()).isGreaterThanOrEqualTo(FEWEST_REFUSED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Azure is down again, this is unacceptable",
        "It crashes",
        "Great job",
        "works for me",
        "The build runs at 10:30 on the new server",
        "Fixed in trunk, thanks a lot Andreas!",
        "NullPointerException in Foo.bar after update",
        "npm install fails",
        "login broken since yesterday",
        "Evil! Evil incarnate!",
        "LGTM, nice catch",
        "You rock, Jürgen!",
        "see `der.die(das)` and https://example.de/ich/nicht",
        "love it ❤ so much faster now"
      })
  void englishIsNeverTakenForAnotherLanguage(String text) {
    assertThat(detect(text).orElse("en")).isEqualTo("en");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "ok",
        "👍",
        "🎉🎉🎉",
        "lol",
        "+1",
        "LGTM",
        ":)",
        "1234",
        "...",
        "\uD83D",
        "`das ist`",
        "https://example.de/der/die/das",
        "@hans"
      })
  void whereNobodyCanTellNothingIsSaid(String text) {
    assertThat(detect(text)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("io.bellwether.analyzer.scorer.ScorerContract#strange")
  void whateverIsSaidThereIsAnAnswer(String text) {
    assertThat(detect(text)).isNotNull();
  }

  @Test
  void severalThreadsGetTheSameAnswers() {
    String text = "Warum funktioniert das Login nicht mehr?";
    assertThat(IntStream.range(0, 200).parallel().mapToObj(i -> detect(text)).toList())
        .containsOnly(Optional.of("de"));
  }

  private Optional<String> detect(String text) {
    return detector.detect(List.of(text)).get(0);
  }

  private static List<Complaint> complaints() throws IOException {
    try (InputStream in = EmbeddedDetectorTest.class.getResourceAsStream("complaints.tsv")) {
      return new String(in.readAllBytes(), UTF_8)
          .lines()
          .map(line -> line.split("\t"))
          .map(pair -> new Complaint(pair[0], pair[1]))
          .toList();
    }
  }
}
