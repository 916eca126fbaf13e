package io.bellwether.analyzer.feedback;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.analyzer.scorer.CarefulScorer;
import io.bellwether.analyzer.scorer.MoodyScorerProvider;
import io.bellwether.analyzer.scorer.Scorer;
import io.bellwether.analyzer.scorer.ScorerSpec;
import io.bellwether.analyzer.scorer.lexicon.LexiconScorerProvider;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeedbackScoringTest {
  private static final int MAX = 200_000;
  private final FeedbackScoring scoring =
      new FeedbackScoring(new CarefulScorer(MoodyScorerProvider.moody()), plan("off", false));

  @Test
  void aScoredRecordKeepsEveryFieldOfTheInput() {
    String input =
        "{\"event_id\":\"e:0\",\"text\":\"fine\",\"big\":1.50,\"huge\":123456789012345678901234567890,"
            + "\"nested\":{\"a\":[1,null,\"ü\"]}}";
    ScoredRecord record = score(input);

    assertThat(record.isScored()).isTrue();
    assertThat(record.json())
        .isEqualTo(
            input.substring(0, input.length() - 1)
                + ",\"p_negative\":0.0,\"p_neutral\":0.0,\"p_positive\":1.0,\"score\":1.0,"
                + "\"scorer\":\"moody\",\"reason\":null}");
  }

  @Test
  void whatAnEarlierJobAddedIsReplaced() {
    ScoredRecord record =
        score("{\"text\":\"boom\",\"score\":0.1,\"outcome\":\"negative\",\"p_positive\":1}");
    assertThat(record.fields().has("score")).isFalse();
    assertThat(record.fields().has("outcome")).isFalse();
    assertThat(record.fields().has("p_positive")).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      textBlock =
          """
          nonsense | no JSON
          [1] | no object
          "text" | no object
          {"text":"a"} trailing | no JSON
          ^^ | no object
          {} | no text
          {"text":null} | no text
          {"text":7} | no string
          {"text":"  "} | blank
          {"schema":{},"payload":{"text":"a"}} | schemas.enable=false
          {"text":"boom"} | I do not read boom
          """)
  void whatCannotBeScoredSaysWhy(String value, String reason) {
    ScoredRecord record = score(value);

    assertThat(record.isScored()).isFalse();
    assertThat(record.fields().get("reason").textValue()).contains(reason);
    assertThat(record.fields().get("event_id").textValue()).isEqualTo("feedback:1:42");
    assertThat(record.fields().has("score")).isFalse();
  }

  @Test
  void aRecordWithoutValueIsUnscored() {
    ScoredRecord record = scoring.score(List.of(input(null, null))).get(0);
    assertThat(record.json()).contains("no value", "feedback:1:42");
  }

  @Test
  void oneBadRecordInABatchLeavesTheOrderAsItWas() {
    List<InputRecord> batch =
        Stream.of("{\"text\":\"a\"}", "bad", "{\"text\":\"boom\"}", "{\"text\":\"b\"}")
            .map(value -> input(null, value))
            .toList();
    assertThat(scoring.score(batch))
        .extracting(ScoredRecord::isScored)
        .containsExactly(true, false, false, true);
  }

  @Test
  void aLongUnscoredTextIsCutBetweenCharacters() {
    ScoredRecord record = score("x".repeat(9_999) + "😀" + "y".repeat(100));
    assertThat(record.fields().get("text").textValue()).isEqualTo("x".repeat(9_999));
    assertThat(record.fields().get("truncated").booleanValue()).isTrue();
    assertThat(score("short").fields().get("truncated").booleanValue()).isFalse();
  }

  @Test
  void aRecordThatWouldExceedTheLimitGoesUnscoredAndCut() {
    ScoredRecord record =
        score("{\"event_id\":\"e:0\",\"event_version\":3,\"text\":\"" + "ü".repeat(MAX) + "\"}");
    assertThat(record.isScored()).isFalse();
    assertThat(record.json()).contains("e:0", "would exceed 200000 bytes", "\"truncated\":true");
  }

  @Test
  void otherHugeFieldsAreCutToo() {
    String huge = "\\u0001".repeat(MAX);
    List<String> fields = new ArrayList<>(List.of("\"event_version\":3", "\"x\":\"" + huge + "\""));
    Fields.STRINGS.forEach(name -> fields.add("\"" + name + "\":\"" + huge + "\""));
    ScoredRecord record = score("{" + String.join(",", fields) + "}");

    assertThat(record.json().getBytes(UTF_8).length).isLessThan(MAX);
    assertThat(record.fields().get("event_id").textValue()).isEqualTo("feedback:1:42");
    assertThat(record.fields().get("event_version").intValue()).isEqualTo(3);
    assertThat(record.fields().has("x")).isFalse();
  }

  @Test
  void aKeyThatIsTooLargeAloneIsLeftOut() {
    byte[] key = new byte[MAX];
    ScoredRecord record = scoring.score(List.of(input(key, "{\"text\":\"fine\"}"))).get(0);
    assertThat(record.key()).isNull();
    assertThat(record.json()).contains("its key of 200000 bytes was left out");
  }

  @Test
  void textsAreScoredTogether() {
    List<Integer> sizes = new ArrayList<>();
    FeedbackScoring counted =
        new FeedbackScoring(MoodyScorerProvider.counting(sizes), plan("off", false));
    counted.score(List.of(input(null, "{\"text\":\"a\"}"), input(null, "{\"text\":\"b\"}")));
    counted.score(List.of(input(null, "bad")));
    assertThat(sizes).containsExactly(2);
  }

  @Test
  void aLanguageThatIsFoundOutIsPassedOn() {
    ScoredRecord german = score("when-missing", "{\"text\":\"Das Portal ist furchtbar langsam\"}");
    assertThat(german.isScored()).isFalse();
    assertThat(german.json()).contains("\"language\":\"de\"", "does not read the language 'de'");
    ScoredRecord english = score("when-missing", "{\"text\":\"this is what you get\"}");
    assertThat(english.isScored()).isTrue();
    assertThat(english.json()).contains("\"language\":\"en\"");
  }

  @Test
  void whereNobodyCanTellTheTextIsScored() {
    ScoredRecord record = score("when-missing", "{\"text\":\"👍 ok\"}");
    assertThat(record.isScored()).isTrue();
    assertThat(record.fields().has("language")).isFalse();
  }

  @Test
  void whatTheServiceToldIsBelievedUnlessToldOtherwise() {
    String german = "{\"text\":\"Das ist furchtbar langsam\",\"language\":\"en\"}";
    assertThat(score("off", german).isScored()).isTrue();
    assertThat(score("when-missing", german).isScored()).isTrue();
    assertThat(score("always", german).isScored()).isFalse();
    String unknown = german.replace("\"en\"", "\"und\"");
    assertThat(score("when-missing", unknown).isScored()).isFalse();
  }

  @Test
  void aScoreIsExplainedIfWanted() {
    FeedbackScoring explaining = new FeedbackScoring(lexicon(), plan("off", true));
    ScoredRecord record =
        explaining
            .score(List.of(input(null, "{\"text\":\"This is terrible, but thanks.\"}")))
            .get(0);
    assertThat(record.fields().path("why").textValue()).startsWith("terrible -0.");
    assertThat(record.fields().path("why_terms").get(0).path("term").textValue())
        .isEqualTo("terrible");
    assertThat(record.fields().path("why_terms").get(0).path("weight").doubleValue()).isNegative();
  }

  private static Scorer lexicon() {
    return new CarefulScorer(new LexiconScorerProvider().open(Map.of()));
  }

  private static ScoredRecord score(String detect, String value) {
    return new FeedbackScoring(lexicon(), plan(detect, false))
        .score(List.of(input(null, value)))
        .get(0);
  }

  private static ScoringPlan plan(String detect, boolean explain) {
    return new ScoringPlan(
        ScorerSpec.of("moody", Map.of()), 64, MAX, LanguageStep.When.of(detect), true, explain);
  }

  private ScoredRecord score(String value) {
    return scoring.score(List.of(input(null, value))).get(0);
  }

  private static InputRecord input(byte[] key, String value) {
    byte[] bytes = value == null ? null : value.getBytes(UTF_8);
    return new InputRecord(key, bytes, "feedback", 1, 42, new Timestamp(0));
  }
}
