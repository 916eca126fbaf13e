package io.bellwether.standin.x;

import static io.bellwether.standin.x.Fixture.RECENT;
import static io.bellwether.standin.x.Fixture.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LimitsTest {
  private final Fixture fixture = new Fixture(Options.defaults().withPostsPerMonth(3));

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void anAppMaySearch450TimesInAWindowOf15Minutes() throws Exception {
    Instant begin = fixture.clock.instant();
    HttpResponse<String> answer = fixture.search("query", "azure");
    assertThat(header(answer, "limit")).isEqualTo(450);
    assertThat(header(answer, "remaining")).isEqualTo(449);
    assertThat(header(answer, "reset")).isEqualTo(begin.plusSeconds(900).getEpochSecond());
    for (int each = 1; each < 450; each++) {
      answer = fixture.search("query", "azure");
    }
    assertThat(header(answer, "remaining")).isZero();
    HttpResponse<String> refused = fixture.search("query", "azure");
    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(json(refused).path("title").asText()).isEqualTo("Too Many Requests");
    assertThat(header(refused, "remaining")).isZero();
    fixture.clock.move(Duration.ofMinutes(15));
    assertThat(fixture.search("query", "azure").statusCode()).isEqualTo(200);
  }

  @Test
  void aWindowThatIsUsedUpRefusesUntilItEnds() throws Exception {
    fixture.x.faults().next(1, Faults.SEARCH, Fault.rateLimited());
    HttpResponse<String> refused = fixture.search("query", "azure");
    assertThat(refused.statusCode()).isEqualTo(429);
    long reset = header(refused, "reset");
    assertThat(fixture.search("query", "azure").statusCode()).isEqualTo(429);
    fixture.clock.move(Duration.between(fixture.clock.instant(), Instant.ofEpochSecond(reset)));
    assertThat(fixture.search("query", "azure").statusCode()).isEqualTo(200);
  }

  @Test
  void theMonthsCapCountsAPostOnceADayAndEndsWithTheMonth() throws Exception {
    fixture.said("azure 1");
    fixture.said("azure 2");
    assertThat(fixture.search("query", "azure").statusCode()).isEqualTo(200);
    assertThat(fixture.search("query", "azure").statusCode()).isEqualTo(200);
    assertThat(fixture.x.postsRead()).isEqualTo(2);
    fixture.clock.move(Duration.ofDays(1));
    assertThat(fixture.search("query", "azure").statusCode()).isEqualTo(200);
    assertThat(fixture.x.postsRead()).as("the same on another day").isEqualTo(4);
    HttpResponse<String> capped = fixture.search("query", "azure");
    assertThat(capped.statusCode()).isEqualTo(429);
    JsonNode problem = json(capped);
    assertThat(problem.path("title").asText()).isEqualTo("UsageCapExceeded");
    assertThat(problem.path("type").asText()).endsWith("/problems/usage-capped");
    assertThat(problem.path("period").asText()).isEqualTo("Monthly");
    assertThat(header(capped, "remaining")).as("the window looks healthy").isPositive();
    fixture.clock.move(
        Duration.between(fixture.clock.instant(), Instant.parse("2023-12-01T00:00:00Z")));
    assertThat(fixture.search("query", "azure").statusCode()).isEqualTo(200);
  }

  private static long header(HttpResponse<String> answer, String name) {
    return answer.headers().firstValueAsLong("x-rate-limit-" + name).orElseThrow();
  }

  @Test
  void callsAreRecordedInTheirOrder() throws Exception {
    fixture.search("query", "azure");
    fixture.get(RECENT, null, "query", "aws");
    assertThat(fixture.x.calls()).extracting(Call::status).containsExactly(200, 401);
    assertThat(fixture.x.calls().get(0).parameters()).containsEntry("query", "azure");
    assertThat(fixture.x.calls().get(0).app()).isEqualTo("Bellwether");
    assertThat(fixture.x.calls().get(1).app()).isNull();
  }
}
