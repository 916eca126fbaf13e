package io.bellwether.quickstart.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.quickstart.page.console.SampleMeasures;
import io.bellwether.quickstart.page.trips.SampleTrips;
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
import org.openqa.selenium.OutputType;

/** The trips in a real browser, told by hand what running topics would tell. */
class TripsPageTest {
  /** What of the trips is wider than the panel. */
  private static final String SPILLS =
      """
      const panel = document.querySelector('#trips').getBoundingClientRect();
      return [...document.querySelectorAll('#trips *')]
          .filter(e => !e.closest('.hidden') && e.getBoundingClientRect().right > panel.right + 1)
          .map(e => e.className || e.tagName).join();
      """;

  /** Texts that cover each other, in a list of bars or of alerts. */
  private static final String OVERLAPS =
      """
      const seen = [...document.querySelectorAll('.bar-name, .bar-value, .bar-track')]
          .map(e => e.getBoundingClientRect());
      return seen.some((a, i) => seen.slice(i + 1).some(b =>
          a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1));
      """;

  /** Where everything in the panels stands. */
  private static final String PLACES =
      """
      return [...document.querySelectorAll('.panel, .trips figure, .term')]
          .map(e => Object.values(e.getBoundingClientRect().toJSON()).map(Math.round).join()).join(' ');
      """;

  /** How deep the cell of a weekday (0 is Monday) and an hour is. */
  private static final String HEAT =
      "return Number([...document.querySelectorAll('.heat-cell')][arguments[0] * 24 + arguments[1]]"
          + ".style.getPropertyValue('--heat'))";

  private static final String DRAWN =
      """
      const drawn = document.querySelector('[data-chart=weeks] canvas');
      const copy = new OffscreenCanvas(drawn.width, drawn.height);
      const context = copy.getContext('2d', {willReadFrequently: true});
      context.drawImage(drawn, 0, 0);
      const {data} = context.getImageData(0, 0, copy.width, copy.height);
      const value = getComputedStyle(document.documentElement).getPropertyValue('--series-1').trim();
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
    page.tripsBy(SampleTrips::all);
    browser.open(page.url());
    browser.awaitText("[data-trips=rows] strong", "65,302");
  }

  @AfterEach
  void stop() {
    browser.asOnADesk();
    page.close();
    slack.close();
  }

  @Test
  void rowsAndAlertsAddUp() {
    assertThat(browser.texts("#trips .equation"))
        .extracting(text -> text.replaceAll("\\s+", " ").strip())
        .containsExactly(
            "65,302 rows = 61,234 trips + 4,066 dropped + 2 waiting",
            "14 alerts = 10 posted + 3 waiting + 1 dead letters");
    assertThat(browser.texts(".averages"))
        .containsExactly(
            "61,234 trips, 33 min 39 s and 1.97 miles on average, until 2019-07-01 06:59 UTC.");
    browser.hasNoComplaint();
  }

  @Test
  void stationsAndPlansAreBarsWithTheirNumbers() {
    assertThat(browser.count("[data-bars=starts] li")).isEqualTo(10);
    assertThat(browser.texts("[data-bars=starts] .bar-value")).first().isEqualTo("2,000 · 4.0 %");
    assertThat(browser.texts("[data-bars=plans] .bar-name"))
        .containsExactly("Subscriber", "Casual");
    assertThat(browser.texts("[data-bars=plans] .bar-value"))
        .containsExactly("41,234 · 67.3 %", "20,000 · 32.7 %");
    assertThat(browser.texts("[data-bars=distances] .bar-name"))
        .hasSize(11)
        .contains("0–1 miles", "10 or more miles");
  }

  @Test
  void theHeatMapIsDeepestWhereMostTripsStart() {
    assertThat(browser.count(".heat-cell")).isEqualTo(168);
    assertThat(((Number) browser.script(HEAT, 4, 17)).doubleValue()).isEqualTo(1);
    assertThat(((Number) browser.script(HEAT, 0, 0)).doubleValue()).isZero();
    assertThat(((Number) browser.script(HEAT, 0, 10)).doubleValue()).isEqualTo(0.2);
    assertThat(browser.texts(".reading")).containsExactly("busiest: Friday 17:00: 999 trips");
    assertThat(browser.texts(".heat-map .hidden"))
        .containsExactly("Busiest: Friday 17:00: 999 trips. Quietest: Monday 00:00: 0 trips.");
  }

  @Test
  void weeksAreALineThatIsSaidInWordsToo() {
    assertThat((Long) browser.script(DRAWN)).isPositive();
    assertThat(browser.texts("[data-chart=weeks] .hidden").get(0))
        .contains("7 weeks.", "17 Jun 19: 8,154 trips");
  }

  @Test
  void newFiguresComeInWithoutMovingAnything() {
    Object before = browser.script(PLACES);
    page.measured(SampleTrips.later());
    browser.awaitText("[data-trips=trips] strong", "61,236");
    browser.awaitText("#trip-alert-list", "Bike 7000 has not been seen");
    assertThat(browser.texts("#trip-alert-list li")).hasSize(5);
    assertThat(browser.script(PLACES)).isEqualTo(before);
    browser.hasNoComplaint();
  }

  @Test
  void theChannelOfTheAlertsOpensAndThePageStaysWhereItIs() {
    Cast.room(slack.workspace(), "trip-alerts");
    browser.awaitText("#channels", "trip-alerts");
    browser.click("nav a[href='#trip-alerts']");
    browser.awaitText("#channel-name", "trip-alerts");
    assertThat(browser.script("return document.getElementById('panels').scrollTop")).isEqualTo(0L);
  }

  @Test
  void theTripsJobCanBeKilledFromThePage() {
    assertThat(browser.texts("#kill-trips")).containsExactly("Kill the trips job");
  }

  @ParameterizedTest
  @CsvSource({"1440,900,light", "1440,900,dark", "390,844,light", "390,844,dark"})
  void nothingSpillsOnAnyScreen(int width, int height, String scheme) throws Exception {
    browser.show(width, height, scheme);
    browser.script(
        "if (document.getElementById('view-console').offsetParent) {"
            + " document.getElementById('view-console').click(); }"
            + " document.getElementById('panels').scrollTop ="
            + " document.getElementById('trips').offsetTop - 70;");
    page.measured(SampleTrips.later());
    browser.awaitText("[data-trips=rows] strong", "65,303");
    assertThat(browser.script(SPILLS)).isEqualTo("");
    assertThat(browser.script(OVERLAPS)).isEqualTo(false);
    assertThat((Long) browser.script(DRAWN)).isPositive();
    keep(width + "-" + scheme);
    browser.hasNoComplaint();
  }

  /** A picture for people, where {@code -Dbellwether.pictures=FOLDER} asks for it. */
  private static void keep(String name) throws Exception {
    String folder = System.getProperty("bellwether.pictures", "");
    if (!folder.isEmpty()) {
      byte[] png = browser.driver().getScreenshotAs(OutputType.BYTES);
      Files.write(Path.of(folder, "trips-" + name + ".png"), png);
    }
  }

  @Test
  void withoutTripsThereIsNoSuchPanel() {
    try (Page plain = Page.start(0, slack.workspace(), slack.workspace().person("you"))) {
      plain.measuredBy(SampleMeasures::all);
      browser.open(plain.url());
      browser.awaitText("[data-term=said] strong", "1,677");
      assertThat(browser.script("return document.getElementById('trips').hidden")).isEqualTo(true);
      assertThat(browser.texts("#kill-trips")).isEqualTo(List.of());
    }
  }
}
