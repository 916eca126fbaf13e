package io.bellwether.quickstart.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.bellwether.quickstart.page.console.Simulation;
import io.bellwether.quickstart.stack.Cast;
import io.bellwether.standin.slack.Options;
import io.bellwether.standin.slack.SlackStandIn;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * People say twenty messages a second, on a clock that runs as fast as the browser keeps up. By
 * default for two minutes; {@code -Dbellwether.soak.messages=72000} makes it an hour, and prints
 * what it costs.
 */
class ConsoleSoakTest {
  private static final int MESSAGES = Integer.getInteger("bellwether.soak.messages", 2_400);
  private static final int A_SECOND = 20;

  /** What the browser may keep beyond what it kept after the first part. */
  private static final double MOST_GROWTH_MB = 16;

  private static final String WATCH =
      """
      window.tasks = [];
      new PerformanceObserver(list => list.getEntries().forEach(e => window.tasks.push(e.duration)))
          .observe({type: 'longtask', buffered: false});
      """;

  private final AtomicLong micros = new AtomicLong(1_800_000_000_000_000L);
  private final InstantSource clock = () -> Instant.EPOCH.plusNanos(micros.get() * 1_000);

  @Test
  void thePageStaysAsSmallAsItWas() throws Exception {
    try (Browser browser = Browser.openOrSkip();
        SlackStandIn slack = SlackStandIn.start(Options.defaults().withClock(clock))) {
      Cast cast = Cast.in(slack.workspace());
      try (Page page = Page.start(0, slack.workspace(), cast.person());
          Simulation pipeline = new Simulation(slack.workspace(), cast, page, clock)) {
        browser.open(page.url());
        browser.script(WATCH);
        browser
            .driver()
            .executeCdpCommand("Performance.enable", Map.of("timeDomain", "threadTicks"));
        talk(pipeline, browser, 0, MESSAGES / 3);
        double early = megabytes(browser);
        talk(pipeline, browser, MESSAGES / 3, MESSAGES);
        double late = megabytes(browser);
        report(browser, early, late);

        assertThat(browser.count(".message")).isBetween(200, 300);
        assertThat(late).isLessThan(early + MOST_GROWTH_MB);
        browser.hasNoComplaint();
      }
    }
  }

  private void talk(Simulation pipeline, Browser browser, int from, int to) {
    for (int number = from; number < to; number++) {
      pipeline.say(number);
      micros.addAndGet(1_000_000 / A_SECOND);
      if (number % A_SECOND == A_SECOND - 1) {
        pipeline.second();
      }
      if (number % (A_SECOND * 10) == A_SECOND * 10 - 1) {
        awaitSaid(browser, number + 1);
      }
    }
    pipeline.second();
    awaitSaid(browser, to);
    assertThat(pipeline.scored()).isEqualTo(to);
  }

  private static void awaitSaid(Browser browser, int count) {
    String text = String.format(Locale.ENGLISH, "%,d", count);
    await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> browser.texts("[data-term=said] strong").contains(text));
  }

  private static double megabytes(Browser browser) {
    browser.driver().executeCdpCommand("HeapProfiler.collectGarbage", Map.of());
    Map<String, Object> usage =
        browser.driver().executeCdpCommand("Runtime.getHeapUsage", Map.of());
    return ((Number) usage.get("usedSize")).doubleValue() / 1e6;
  }

  /** Seconds of the page's main thread since the begin, by kind of work. */
  private static String processorTime(Browser browser) {
    Map<String, Object> answer =
        browser.driver().executeCdpCommand("Performance.getMetrics", Map.of());
    return ((List<?>) answer.get("metrics"))
        .stream()
            .map(Map.class::cast)
            .filter(each -> each.get("name").toString().endsWith("Duration"))
            .map(each -> each.get("name") + " " + each.get("value"))
            .collect(Collectors.joining(", "));
  }

  private static void report(Browser browser, double early, double late) {
    Runtime java = Runtime.getRuntime();
    System.gc();
    System.out.printf(
        "%d messages: browser heap %.1f MB after a third, %.1f MB at the end; long tasks %s;"
            + " processor time %s; Java heap %.0f MB%n",
        MESSAGES,
        early,
        late,
        browser.script(
            "return tasks.length + ', longest ' + Math.round(Math.max(0, ...tasks)) + ' ms'"),
        processorTime(browser),
        (java.totalMemory() - java.freeMemory()) / 1e6);
  }
}
