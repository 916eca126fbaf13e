package io.bellwether.quickstart.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.quickstart.page.trips.SampleTrips;
import io.bellwether.quickstart.stack.Cast;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The trips in a real browser, told by hand what running topics would tell. */
class TripsPageTest extends PanelPage {
  private static final String PLACED = ".panel, .trips figure, .term";

  /** Texts that cover each other, in a list of bars or of alerts. */
  private static final String OVERLAPS =
      """
      const seen = [...document.querySelectorAll('.bar-name, .bar-value, .bar-track')]
          .map(e => e.getBoundingClientRect());
      return seen.some((a, i) => seen.slice(i + 1).some(b =>
          a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1));
      """;

  /** How deep the cell of a weekday (0 is Monday) and an hour is. */
  private static final String HEAT =
      "return Number([...document.querySelectorAll('.heat-cell')][arguments[0] * 24 + arguments[1]]"
          + ".style.getPropertyValue('--heat'))";

  TripsPageTest() {
    super("trips");
  }

  @Override
  void tell(Page page) {
    page.tripsBy(SampleTrips::all);
  }

  @Override
  void awaitShown() {
    browser.awaitText("[data-trips=rows] strong", "65,302");
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
    assertThat(pixels("weeks", "--series-1")).isPositive();
    assertThat(browser.texts("[data-chart=weeks] .hidden").get(0))
        .contains("7 weeks.", "17 Jun 19: 8,154 trips");
  }

  @Test
  void newFiguresComeInWithoutMovingAnything() {
    Object before = places(PLACED);
    page.measured(SampleTrips.later());
    browser.awaitText("[data-trips=trips] strong", "61,236");
    browser.awaitText("#trip-alert-list", "Bike 7000 has not been seen");
    assertThat(browser.texts("#trip-alert-list li")).hasSize(5);
    assertThat(places(PLACED)).isEqualTo(before);
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
    show(width, height, scheme);
    page.measured(SampleTrips.later());
    browser.awaitText("[data-trips=rows] strong", "65,303");
    nothingSpills();
    assertThat(browser.script(OVERLAPS)).isEqualTo(false);
    assertThat(pixels("weeks", "--series-1")).isPositive();
    keep(width + "-" + scheme);
    browser.hasNoComplaint();
  }

  @Test
  void withoutTripsThereIsNoSuchPanel() {
    isNotThereWithoutItsStory("#kill-trips");
  }
}
