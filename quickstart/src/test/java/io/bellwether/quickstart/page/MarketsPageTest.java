package io.bellwether.quickstart.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.quickstart.page.console.SampleMeasures;
import io.bellwether.quickstart.page.trades.SampleMarkets;
import io.bellwether.quickstart.stack.Cast;
import io.bellwether.standin.slack.Options;
import io.bellwether.standin.slack.SlackStandIn;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;

/** The markets in a real browser, told by hand what running topics would tell. */
class MarketsPageTest {
  /** What of the markets is wider than its panel. */
  private static final String SPILLS =
      """
      const panel = document.querySelector('#markets').getBoundingClientRect();
      return [...document.querySelectorAll('#markets *')]
          .filter(e => !e.closest('.hidden') && e.getBoundingClientRect().right > panel.right + 1)
          .map(e => e.className || e.tagName).join();
      """;

  /** Where everything in the panels stands. */
  private static final String PLACES =
      """
      return [...document.querySelectorAll('.panel, .chart, .term, #market')]
          .map(e => Object.values(e.getBoundingClientRect().toJSON()).map(Math.round).join()).join(' ');
      """;

  private static final String COLOURS =
      """
      const drawn = document.querySelector(arguments[0] + ' canvas');
      const copy = new OffscreenCanvas(drawn.width, drawn.height);
      const context = copy.getContext('2d', {willReadFrequently: true});
      context.drawImage(drawn, 0, 0);
      const {data} = context.getImageData(0, 0, copy.width, copy.height);
      const value = getComputedStyle(document.documentElement).getPropertyValue(arguments[1]).trim();
      const [r, g, b] = [1, 3, 5].map(at => parseInt(value.slice(at, at + 2), 16));
      let count = 0;
      for (let i = 0; i < data.length; i += 4) {
        count += data[i + 3] === 255 && data[i] === r && data[i + 1] === g && data[i + 2] === b;
      }
      return count;
      """;

  private static Browser browser;
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
    page.measuredBy(SampleMeasures::all);
    page.marketsBy(SampleMarkets::all);
    browser.open(page.url());
    browser.awaitText("[data-trades=happened] strong", "21,734");
  }

  @AfterEach
  void stop() {
    browser.asOnADesk();
    page.close();
    slack.close();
  }

  private long pixels(String chart, String colour) {
    return (Long) browser.script(COLOURS, "[data-chart=" + chart + "]", colour);
  }

  @Test
  void tradesAndAlertsAddUp() {
    assertThat(browser.texts("#markets .equation"))
        .extracting(text -> text.replaceAll("\\s+", " ").strip())
        .containsExactly(
            "21,734 trades = 21,730 read + 4 waiting 0 doubled",
            "12 alerts = 10 posted + 1 waiting + 1 dead letters");
    browser.hasNoComplaint();
  }

  @Test
  void theChartsAreDrawnWithTheirAlertsAndSaidInWords() {
    assertThat(pixels("price", "--series-1")).isPositive();
    assertThat(pixels("price", "--mark")).isPositive();
    assertThat(pixels("mood", "--series-3")).isPositive();
    assertThat(browser.texts("#markets .hidden"))
        .anySatisfy(
            words ->
                assertThat(words)
                    .contains("BTC/USD on Kraken: now 1", "in the last hour between", "4.1 sigma"))
        .anySatisfy(words -> assertThat(words).contains("in this minute"))
        .anySatisfy(words -> assertThat(words).contains("Mean score"));
  }

  @Test
  void anotherMarketIsPickedWithTheKeyboardAlone() {
    browser.script("document.getElementById('market').focus()");
    browser.press(Keys.ARROW_DOWN);
    browser.awaitText("#markets output", "0.000001234, 4,000 trades");
    assertThat(pixels("price", "--mark")).as("no alerts in that market").isZero();
  }

  @Test
  void anAlertComesInWithoutMovingAnythingAndLeadsToItsMarket() {
    Object before = browser.script(PLACES);
    page.measured(SampleMarkets.later());
    browser.awaitText("[data-trades=happened] strong", "21,735");
    browser.awaitText("#market-alerts", "ETH/USD: a gain");
    browser.awaitText("#markets .proof[data-bad=true]", "1 doubled");
    assertThat(browser.script(PLACES)).isEqualTo(before);
    browser.script("document.querySelector('[data-alert=\"alert:new\"]').focus()");
    browser.press(Keys.ENTER);
    browser.awaitText("#markets output", "0.00000124, 4,001 trades");
    browser.hasNoComplaint();
  }

  @Test
  void theFocusStaysWhenAlertsComeIn() {
    browser.script("document.querySelector('[data-alert=\"alert:2\"]').focus()");
    page.measured(SampleMarkets.later());
    browser.awaitText("#market-alerts", "ETH/USD: a gain");
    assertThat(browser.script("return document.activeElement.dataset.alert")).isEqualTo("alert:2");
  }

  @ParameterizedTest
  @CsvSource({"1280,800,light", "1280,800,dark", "390,844,light", "390,844,dark"})
  void nothingSpillsOnAnyScreen(int width, int height, String scheme) throws Exception {
    browser.show(width, height, scheme);
    browser.script(
        "if (document.getElementById('view-console').offsetParent) {"
            + " document.getElementById('view-console').click(); }"
            + " document.getElementById('panels').scrollTop ="
            + " document.getElementById('markets').offsetTop - 10;");
    page.measured(SampleMarkets.later());
    browser.awaitText("[data-trades=happened] strong", "21,735");
    assertThat(browser.script(SPILLS)).isEqualTo("");
    assertThat(browser.script("return document.documentElement.scrollHeight > window.innerHeight"))
        .as("what is out of sight makes the page itself longer")
        .isEqualTo(false);
    assertThat(pixels("price", "--series-1")).isPositive();
    keep(width + "-" + scheme);
    browser.hasNoComplaint();
  }

  /** A picture for people, where {@code -Dbellwether.pictures=FOLDER} asks for it. */
  private static void keep(String name) throws Exception {
    String folder = System.getProperty("bellwether.pictures", "");
    if (!folder.isEmpty()) {
      byte[] png = browser.driver().getScreenshotAs(OutputType.BYTES);
      Files.write(Path.of(folder, "markets-" + name + ".png"), png);
    }
  }

  @Test
  void withoutTradesThereIsNoSuchPanel() {
    try (Page plain = Page.start(0, slack.workspace(), slack.workspace().person("you"))) {
      plain.measuredBy(SampleMeasures::all);
      browser.open(plain.url());
      browser.awaitText("[data-term=said] strong", "1,677");
      assertThat(browser.script("return document.getElementById('markets').hidden"))
          .isEqualTo(true);
      assertThat(browser.texts("#market")).isEqualTo(List.of());
    }
  }
}
