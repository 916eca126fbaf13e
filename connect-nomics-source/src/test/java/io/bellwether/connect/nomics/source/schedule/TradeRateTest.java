package io.bellwether.connect.nomics.source.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TradeRateTest {
  private static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");
  private final TradeRate rate = new TradeRate(0);

  /** So many trades, evenly from one second after noon to another. */
  private void traded(int count, long from, long to, boolean more) {
    rate.read(
        new Reading(
            count, more, Optional.of(NOON.plusSeconds(from)), Optional.of(NOON.plusSeconds(to))),
        NOON.plusSeconds(from),
        NOON.plusSeconds(to));
  }

  @Test
  void aMarketThatNeverTradedIsQuietAndNotDead() {
    rate.read(Reading.NOTHING, Instant.EPOCH, NOON);
    assertThat(rate.perSecond()).isBetween(1e-6, 1e-3);
  }

  @Test
  void aMarketThatWakesUpAfterYearsOfSilenceIsKnownToBeBusyWithinItsHour() {
    rate.read(Reading.NOTHING, Instant.EPOCH, NOON);
    for (int minute = 0; minute < 60; minute++) {
      traded(60, minute * 60L, minute * 60L + 60, true);
    }
    assertThat(rate.perSecond()).isBetween(0.5, 1.0);
  }

  @Test
  void aFewTradesOverALongTimeAreALowRate() {
    long days = 864_000;
    rate.read(
        new Reading(50, false, Optional.of(NOON), Optional.of(NOON.plusSeconds(days))),
        Instant.EPOCH,
        NOON.plusSeconds(days));
    assertThat(rate.perSecond()).isCloseTo(50.0 / days, within(2e-4));
  }

  @Test
  void oneQuietHourDoesNotCountForEver() {
    traded(3_600, 0, 3_600, false);
    rate.read(Reading.NOTHING, NOON.plusSeconds(3_600), NOON.plusSeconds(7_200));
    assertThat(rate.perSecond()).isBetween(0.1, 0.3);
    traded(3_600, 7_200, 10_800, false);
    assertThat(rate.perSecond()).isBetween(0.6, 1.0);
  }
}
