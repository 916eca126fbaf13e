package io.bellwether.quickstart.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.quickstart.page.trades.SampleMarkets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;

/** The markets in a real browser, told by hand what running topics would tell. */
class MarketsPageTest extends PanelPage {
  private static final String PLACED = ".panel, .chart, .term, #market";

  MarketsPageTest() {
    super("markets");
  }

  @Override
  void tell(Page page) {
    page.marketsBy(SampleMarkets::all);
  }

  @Override
  void awaitShown() {
    browser.awaitText("[data-trades=happened] strong", "21,734");
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
    Object before = places(PLACED);
    page.measured(SampleMarkets.later());
    browser.awaitText("[data-trades=happened] strong", "21,735");
    browser.awaitText("#market-alerts", "ETH/USD: a gain");
    browser.awaitText("#markets .proof[data-bad=true]", "1 doubled");
    assertThat(places(PLACED)).isEqualTo(before);
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
    show(width, height, scheme);
    page.measured(SampleMarkets.later());
    browser.awaitText("[data-trades=happened] strong", "21,735");
    nothingSpills();
    assertThat(browser.script("return document.documentElement.scrollHeight > window.innerHeight"))
        .as("what is out of sight makes the page itself longer")
        .isEqualTo(false);
    assertThat(pixels("price", "--series-1")).isPositive();
    keep(width + "-" + scheme);
    browser.hasNoComplaint();
  }

  @Test
  void withoutTradesThereIsNoSuchPanel() {
    isNotThereWithoutItsStory("#market");
  }
}
