package io.bellwether.quickstart.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.bellwether.quickstart.page.console.SampleMeasures;
import io.bellwether.quickstart.stack.Cast;
import io.bellwether.quickstart.stack.Part;
import io.bellwether.standin.slack.Options;
import io.bellwether.standin.slack.SlackStandIn;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;

/** The console in a real browser, told by hand what a running pipeline would tell it. */
class ConsolePageTest {
  /** Whether two elements of a kind cover each other, or one is wider than its window. */
  static final String OVERLAPS =
      """
      const boxes = [...document.querySelectorAll(arguments[0])].map(e => e.getBoundingClientRect());
      return boxes.some((a, i) => a.right > innerWidth + 1 || boxes.some((b, j) => i < j
          && a.left < b.right - 1 && b.left < a.right - 1
          && a.top < b.bottom - 1 && b.top < a.bottom - 1));
      """;

  /** What is wider than the panel it stands in, or holds more than it shows. */
  static final String SPILLS =
      """
      return [...document.querySelectorAll('.panel .node, .panel .edge, .panel .term, .panel .kill')]
          .filter(e => e.getBoundingClientRect().right > e.closest('.panel').getBoundingClientRect().right
              || e.scrollHeight > e.clientHeight + 2 || e.scrollWidth > e.clientWidth + 2)
          .map(e => e.id || e.textContent).join();
      """;

  /** How many pixels of the charts have a colour of the style sheet. */
  private static final String PIXELS =
      """
      const value = getComputedStyle(document.documentElement).getPropertyValue(arguments[0]).trim();
      const [r, g, b] = [1, 3, 5].map(at => parseInt(value.slice(at, at + 2), 16));
      // From a copy: reading back the page's own canvas would make the browser complain.
      const drawn = document.querySelector(arguments[1] + ' canvas');
      const copy = new OffscreenCanvas(drawn.width, drawn.height);
      const context = copy.getContext('2d', {willReadFrequently: true});
      context.drawImage(drawn, 0, 0);
      const {data} = context.getImageData(0, 0, copy.width, copy.height);
      let count = 0;
      for (let i = 0; i < data.length; i += 4) {
        count += data[i + 3] === 255 && data[i] === r && data[i + 1] === g && data[i + 2] === b;
      }
      return count;
      """;

  private static Browser browser;

  private final List<Part> killed = new CopyOnWriteArrayList<>();
  private final List<PartEvent> history = new CopyOnWriteArrayList<>();
  private SlackStandIn slack;
  private Page page;

  @BeforeAll
  static void openBrowser() {
    browser = Browser.openOrSkip();
  }

  @AfterAll
  static void closeBrowser() {
    if (browser != null) {
      browser.close();
    }
  }

  @BeforeEach
  void start() {
    slack = SlackStandIn.start(Options.defaults());
    page = Page.start(0, slack.workspace(), Cast.in(slack.workspace()).person());
    page.arm(new Kills());
    page.measuredBy(SampleMeasures::all);
    browser.open(page.url());
    browser.awaitText("[data-term=said] strong", "1,677");
  }

  @AfterEach
  void stop() {
    browser.asOnADesk();
    page.close();
    slack.close();
  }

  @Test
  void theLedgerShowsItsEquationsAndWhatIsLostOrDoubled() {
    assertThat(browser.texts(".equation"))
        .extracting(text -> text.replaceAll("\\s+", " ").strip())
        .containsExactly(
            "1,677 said = 1,650 scored + 7 unscored + 20 waiting",
            "520 routed = 500 posted + 18 waiting + 2 dead letters");
    assertThat(browser.texts(".proof")).containsExactly("0 lost", "0 doubled");
    assertThat(browser.texts("#verdict")).singleElement().asString().contains("12 repeated");
    browser.hasNoComplaint();
  }

  @Test
  void aLossIsSaidWithItsPlaceAndAnExample() {
    page.measured(SampleMeasures.withLoss());
    browser.awaitText(".proof[data-bad=true]", "1 lost");
    browser.awaitText(
        "#verdict", "lost by the source 0, by Spark 1, by the sink 0, for example x:1");
  }

  @Test
  void everySecondChangesWhatIsShown() {
    page.measured(SampleMeasures.later());
    browser.awaitText("[data-term=said] strong", "1,678");
    browser.awaitText("#aside td", "channel_not_found");
    browser.hasNoComplaint();
  }

  @Test
  void theButtonsKillByKeyboard() {
    for (String part : List.of("connect", "spark", "broker")) {
      browser.script("document.getElementById('kill-" + part + "').focus()");
      browser.press(part.equals("spark") ? Keys.SPACE : Keys.ENTER);
    }
    await().until(() -> killed.equals(List.of(Part.CONNECT, Part.SPARK, Part.BROKER)));
    browser.hasNoComplaint();
  }

  @Test
  void everyControlIsReachedByTabInTheOrderOfThePage() {
    browser.script("document.activeElement.blur()");
    List<String> wanted =
        List.of(
            "channels", "composer", "send", "spans", "kill-connect", "kill-spark", "kill-broker");
    int next = 0;
    for (int i = 0; i < 40 && next < wanted.size(); i++) {
      browser.press(Keys.TAB);
      Object inside =
          browser.script(
              "return Boolean(document.activeElement.closest('#" + wanted.get(next) + "'))");
      next += Boolean.TRUE.equals(inside) ? 1 : 0;
    }
    assertThat(next).as("reached, of " + wanted).isEqualTo(wanted.size());
  }

  @Test
  void aKillIsMarkedOnEveryChartOverTimeAndListed() {
    String before = "[data-chart=%s]";
    List<String> charts = List.of("rate", "waiting", "share", "latency", "batch");
    for (String chart : charts) {
      assertThat(pixels("--mark", before.formatted(chart))).as(chart).isZero();
    }
    happens(Part.SPARK, PartEvent.Kind.KILLED, -60);
    browser.awaitText("#moments li", "SPARK killed");
    browser.awaitText("#kill-status", "SPARK killed");
    assertThat(browser.count("#kill-spark[aria-disabled=true]")).isOne();
    assertThat(browser.count("#node-spark[data-up=false]")).isOne();
    for (String chart : charts) {
      assertThat(pixels("--mark", before.formatted(chart))).as(chart).isGreaterThan(50);
    }

    happens(Part.SPARK, PartEvent.Kind.READY, -40);
    browser.awaitText("#moments li", "SPARK ready");
    assertThat(browser.count("#kill-spark[aria-disabled=false]")).isOne();
    browser.hasNoComplaint();
  }

  @Test
  void theMarksAreThereAfterAReload() {
    happens(Part.BROKER, PartEvent.Kind.DIED, -90);
    browser.open(page.url());
    browser.awaitText("#moments li", "BROKER died");
    await().until(() -> pixels("--mark", "[data-chart=rate]") > 50);
  }

  @Test
  void everyChartSaysInWordsWhatItDraws() {
    await().until(() -> texts("figure.chart p.hidden").stream().noneMatch(String::isBlank));
    assertThat(texts("figure.chart p.hidden")).hasSize(6);
    assertThat(texts("figure.chart p.hidden").get(0)).contains("said: now", "at most");
  }

  @ParameterizedTest
  @CsvSource({"1280, 800, light", "1280, 800, dark", "390, 844, light", "390, 844, dark"})
  void nothingOverlapsAndChartsAreDrawnInTheSchemesColours(int width, int height, String scheme) {
    browser.show(width, height, scheme);
    if (width < 500) {
      browser.click("#view-console");
    }
    // With every part down the picture has the longest words.
    for (Part part : Part.values()) {
      happens(part, PartEvent.Kind.KILLED, -30);
    }
    browser.awaitText("#node-feedback .state", "down");
    for (String kind : List.of(".panel", ".term", ".node, .edge", ".kill", ".legend li")) {
      assertThat(browser.script(OVERLAPS, kind)).as(kind).isEqualTo(false);
    }
    assertThat(browser.script(SPILLS)).as("wider than its panel").isEqualTo("");
    await().until(() -> pixels("--series-1", "[data-chart=rate]") > 50);
    assertThat(pixels("--negative", "[data-chart=scores]")).isGreaterThan(50);
    browser.hasNoComplaint();
  }

  @Test
  void newFiguresMoveNothing() {
    Object before = browser.script(tops());
    page.measured(SampleMeasures.later());
    browser.awaitText("[data-term=said] strong", "1,678");
    happens(Part.CONNECT, PartEvent.Kind.KILLED, 0);
    browser.awaitText("#moments li", "CONNECT killed");
    assertThat(browser.script(tops())).isEqualTo(before);
  }

  @Test
  void onAPhoneSlackAndTheConsoleTakeTurns() {
    browser.show(390, 844, "light");
    assertThat(isVisible("composer")).isTrue();
    assertThat(isVisible("ledger")).isFalse();
    browser.click("#view-console");
    assertThat(isVisible("composer")).isFalse();
    assertThat(isVisible("ledger")).isTrue();
    browser.click("#view-slack");
    assertThat(isVisible("composer")).isTrue();
  }

  private static String tops() {
    return "return [...document.querySelectorAll('.panel, .node, .kill')]"
        + ".map(e => Math.round(e.getBoundingClientRect().top)).join()";
  }

  private static boolean isVisible(String id) {
    return Boolean.TRUE.equals(
        browser.script("return document.getElementById(arguments[0]).checkVisibility()", id));
  }

  @SuppressWarnings("unchecked")
  private static List<String> texts(String selector) {
    return (List<String>)
        browser.script(
            "return [...document.querySelectorAll(arguments[0])].map(e => e.textContent)",
            selector);
  }

  private static long pixels(String color, String chart) {
    return (Long) browser.script(PIXELS, color, chart);
  }

  private void happens(Part part, PartEvent.Kind kind, int seconds) {
    PartEvent event =
        new PartEvent(Instant.now().plusSeconds(seconds), part, kind, part + " " + kind.id());
    history.add(event);
    page.happened(event);
  }

  private final class Kills implements KillSwitch {
    @Override
    public boolean kill(Part part) {
      return killed.add(part);
    }

    @Override
    public List<PartEvent> history() {
      return history;
    }
  }
}
