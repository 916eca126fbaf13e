package io.bellwether.analyzer.scorer.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import io.bellwether.analyzer.scorer.NotScored;
import io.bellwether.analyzer.scorer.Probabilities;
import io.bellwether.analyzer.scorer.ScorerUnavailableException;
import io.bellwether.analyzer.scorer.Scoring;
import io.bellwether.analyzer.scorer.Utterance;
import io.bellwether.standin.azure.AzureStandIn;
import io.bellwether.standin.azure.Call;
import io.bellwether.standin.azure.Fault;
import io.bellwether.standin.azure.Options;
import io.bellwether.standin.azure.SentimentRule;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Against the stand-in, which answers at once here. */
class AzureScorerTest {
  private static final double BAD = 0.2;

  private static AzureStandIn azure;
  private AzureScorer scorer = scorer(azure.url(), Options.DEFAULT_KEY, 10_000, true);

  @BeforeAll
  static void start() {
    azure =
        AzureStandIn.start(
            Options.defaults()
                .withAnswerTime(Duration.ofMillis(2))
                .withLimits(100_000, 1_000_000)
                .withBadDocuments(5, BAD));
  }

  @AfterEach
  void clear() {
    scorer.close();
    azure.faults().clear();
    azure.forgetCalls();
  }

  @AfterAll
  static void stop() {
    azure.close();
  }

  @Test
  void textsAreScoredTenACallSideBySide() {
    List<Utterance> texts = good(25);
    assertThat(scorer.score(texts))
        .zipSatisfy(texts, (scoring, text) -> assertIs((Probabilities) scoring, text.text()));
    assertThat(azure.calls()).extracting(Call::documents).containsExactlyInAnyOrder(10, 10, 5);
  }

  @Test
  void languagesAreAskedForInOneCall() {
    List<String> texts = new ArrayList<>(good(100).stream().map(Utterance::text).toList());
    texts.set(0, "Das Portal ist nicht erreichbar");
    texts.set(1, "👍");
    List<Optional<String>> languages = scorer.detector().orElseThrow().detect(texts);
    assertThat(languages.subList(0, 3))
        .containsExactly(Optional.of("de"), Optional.empty(), Optional.of("en"));
    assertThat(azure.calls()).singleElement().extracting(Call::documents).isEqualTo(100);
  }

  @Test
  void aDocumentWithAnErrorSaysWhyAndItsNeighboursAreScored() {
    String bad =
        IntStream.range(0, 100).mapToObj(i -> "text " + i).filter(azure::isBad).findFirst().get();
    List<Utterance> texts = new ArrayList<>(good(3));
    texts.add(1, Utterance.of(bad));
    texts.add(new Utterance("jIHey qar", Optional.of("tlh")));

    List<Scoring> scorings = scorer.score(texts);

    assertThat(scorings.get(1)).isEqualTo(because("InvalidDocument, The document cannot be"));
    assertThat(scorings.get(4)).isEqualTo(because("UnsupportedLanguageCode, There is no"));
    assertThat(List.of(scorings.get(0), scorings.get(2), scorings.get(3)))
        .hasOnlyElementsOfType(Probabilities.class);
  }

  @Test
  void aLongTextIsTheMeanOfItsPiecesByLength() {
    String praise = "The portal is great. ".repeat(243);
    String blame = "It is broken and slow. ".repeat(60);
    SentimentRule first = SentimentRule.of(praise);
    SentimentRule second = SentimentRule.of(blame);
    double whole = praise.length() + blame.length() - 1;

    Probabilities scored =
        (Probabilities) scorer.score(List.of(Utterance.of(praise + blame.strip()))).get(0);

    assertThat(scored.negative())
        .isEqualTo(
            (first.negative() * praise.length() + second.negative() * (blame.length() - 1)) / whole,
            within(1e-9));
  }

  static List<Fault> passing() {
    return List.of(
        Fault.status(500),
        Fault.status(503),
        Fault.reset(),
        Fault.truncated(),
        Fault.timeout(Duration.ofSeconds(1)),
        Fault.endless(),
        Fault.nonsense());
  }

  @ParameterizedTest
  @MethodSource("passing")
  void whatGoesWrongOnceIsTriedAgain(Fault fault) {
    azure.faults().next(2, AzureStandIn.SENTIMENT, fault);
    assertThat(scorer.score(good(12))).hasOnlyElementsOfType(Probabilities.class);
    assertThat(azure.calls()).hasSize(4);
  }

  @Test
  void aRefusalHoldsCallsUntilItsTimeHasPassed() {
    azure.faults().next(2, AzureStandIn.SENTIMENT, Fault.rateLimited(Duration.ofSeconds(1)));
    assertThat(scorer.score(good(1))).hasOnlyElementsOfType(Probabilities.class);
    assertThat(azure.calls()).hasSize(3);
    assertThat(azure.callsInsideRetryAfter()).isEmpty();
  }

  @Test
  void aCallThatKeepsFailingWhileOthersAreAnsweredIsTriedTextByText() {
    azure.faults().next(5, AzureStandIn.SENTIMENT, Fault.status(500));
    assertThat(scorer.score(good(3))).hasOnlyElementsOfType(Probabilities.class);
    assertThat(azure.calls()).hasSize(5 + 1 + 3);
  }

  @Test
  void aKeyThatIsRefusedIsNoTextsFault() {
    scorer = scorer(azure.url(), "secret-but-wrong", 10_000, false);
    assertThatThrownBy(() -> scorer.score(good(3)))
        .isInstanceOf(ScorerUnavailableException.class)
        .hasMessageContaining("HTTP 401")
        .hasMessageContaining("Correct the key")
        .hasMessageNotContaining("secret");
    assertThat(azure.calls()).hasSize(1);
  }

  @Test
  void aRedirectionIsNotFollowed() {
    try (AzureStandIn other = AzureStandIn.start(Options.defaults())) {
      String target = other.url() + "language/:analyze-text?api-version=2023-04-01";
      azure.faults().always(AzureStandIn.SENTIMENT, Fault.redirected(target));
      assertThatThrownBy(() -> scorer.score(good(1)))
          .isInstanceOf(ScorerUnavailableException.class)
          .hasMessageContaining("HTTP 307");
      assertThat(other.calls()).isEmpty();
    }
  }

  @Test
  void whenPatienceHasRunOutTheJobStopsSoThatNothingIsLost() {
    azure.faults().always(AzureStandIn.SENTIMENT, Fault.status(503));
    scorer = scorer(azure.url(), Options.DEFAULT_KEY, 100, true);
    assertThatThrownBy(() -> scorer.score(good(25)))
        .isInstanceOf(ScorerUnavailableException.class)
        .hasMessageContaining("HTTP 503");
  }

  @Test
  void orTextsGoUnscoredUntilItAnswersAgain() {
    azure.faults().always(AzureStandIn.SENTIMENT, Fault.status(503));
    scorer = scorer(azure.url(), Options.DEFAULT_KEY, 100, false);
    assertThat(scorer.score(good(25))).hasOnlyElementsOfType(NotScored.class);
    azure.forgetCalls();
    assertThat(scorer.score(good(25))).hasOnlyElementsOfType(NotScored.class);
    assertThat(azure.calls()).hasSize(3);
    azure.faults().clear();
    assertThat(scorer.score(good(25))).hasOnlyElementsOfType(Probabilities.class);
  }

  @Test
  void aScorerThatNobodyNeedsAnyMoreStopsWaiting() throws InterruptedException {
    azure.faults().always(AzureStandIn.SENTIMENT, Fault.rateLimited(Duration.ofMinutes(1)));
    Thread task = new Thread(() -> scorer.score(good(25)));
    task.start();
    await().until(() -> !azure.calls().isEmpty());
    task.interrupt();
    task.join(1_000);
    assertThat(task.isAlive()).isFalse();
  }

  @Test
  void languagesOfWhateverIsSaidAreAskedForWithoutAnException() {
    List<String> strange =
        List.of("", "\uD83D", "\u0000", "e\u0301".repeat(100_000), "🙂".repeat(9_999));
    assertThat(scorer.detector().orElseThrow().detect(strange)).hasSize(5).doesNotContainNull();
  }

  private static NotScored because(String beginning) {
    return new NotScored(
        "Azure cannot score the text: "
            + beginning
            + (beginning.startsWith("Inv") ? " processed." : " sentiment in tlh."));
  }

  private static void assertIs(Probabilities scored, String text) {
    SentimentRule rule = SentimentRule.of(text);
    assertThat(scored.negative()).isEqualTo(rule.negative(), within(1e-9));
    assertThat(scored.positive()).isEqualTo(rule.positive(), within(1e-9));
  }

  /** Texts that are not among the bad ones. */
  private static List<Utterance> good(int count) {
    return IntStream.range(0, Integer.MAX_VALUE)
        .mapToObj(i -> "The portal is " + (i % 2 == 0 ? "great " : "slow ") + i)
        .filter(text -> !azure.isBad(text))
        .limit(count)
        .map(Utterance::of)
        .toList();
  }

  static AzureScorer scorer(URI endpoint, String key, int patienceMs, boolean stops) {
    return new AzureScorer(
        new AzureSettings(
            endpoint,
            key,
            "2023-04-01",
            "latest",
            32,
            1_000_000,
            1_000_000,
            Duration.ofMillis(300),
            Duration.ofMillis(patienceMs),
            stops,
            51_200,
            Duration.ofMillis(5)));
  }
}
