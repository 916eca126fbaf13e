package io.bellwether.standin.x;

import static io.bellwether.standin.x.Fixture.RULES;
import static io.bellwether.standin.x.Fixture.STREAM;
import static io.bellwether.standin.x.Fixture.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StreamTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final int CAP = 3;

  private final Fixture fixture = new Fixture(Options.defaults().withPostsPerMonth(CAP));
  private final String bearer = "Bearer " + fixture.app.bearerToken();

  /** The lines of a stream as they come; the last one is null when it has ended. */
  private final class Reader implements AutoCloseable {
    final List<String> lines = new CopyOnWriteArrayList<>();
    volatile boolean ended;
    private final HttpResponse<InputStream> answer;

    Reader(String... pairs) throws Exception {
      answer =
          HttpClient.newHttpClient()
              .send(
                  fixture.request(STREAM, bearer, pairs).build(),
                  HttpResponse.BodyHandlers.ofInputStream());
      assertThat(answer.statusCode()).isEqualTo(200);
      Thread reading =
          new Thread(
              () -> {
                try (InputStream in = answer.body()) {
                  StringBuilder line = new StringBuilder();
                  for (int each = in.read(); each >= 0; each = in.read()) {
                    if (each == '\n') {
                      lines.add(line.toString().strip());
                      line.setLength(0);
                    } else {
                      line.append((char) each);
                    }
                  }
                } catch (java.io.IOException closed) {
                  // told below
                }
                ended = true;
              });
      reading.setDaemon(true);
      reading.start();
    }

    List<String> told() {
      return lines.stream().filter(each -> !each.isEmpty()).toList();
    }

    @Override
    public void close() throws Exception {
      answer.body().close();
      await().until(() -> fixture.x.streams().open(fixture.app) == 0);
    }
  }

  @BeforeEach
  void oneRule() throws Exception {
    fixture.post(
        RULES, bearer, "application/json", "{\"add\":[{\"value\":\"azure\",\"tag\":\"mine\"}]}");
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void postsThatARuleMatchesComeAtOnceWithTheRule() throws Exception {
    fixture.timeline.post(fixture.ana, "azure before anybody listens");
    try (Reader reader = new Reader("expansions", "author_id", "tweet.fields", "created_at")) {
      fixture.timeline.post(fixture.ana, "aws is down");
      Post post = fixture.timeline.post(fixture.ana, "azure is down");
      await().until(() -> reader.told().size() == 1);
      JsonNode line = JSON.readTree(reader.told().get(0));
      assertThat(line.at("/data/id").asText()).isEqualTo("" + post.id());
      assertThat(line.at("/includes/users/0/username").asText()).isEqualTo("ana");
      assertThat(line.at("/matching_rules/0/tag").asText()).isEqualTo("mine");
      assertThat(line.path("matching_rules")).hasSize(1);
    }
    assertThat(fixture.proxy.checked()).isEqualTo(2);
  }

  @Test
  void anEmptyLineComesEveryTwentySecondsOfSilence() throws Exception {
    try (Reader reader = new Reader()) {
      fixture.clock.move(Duration.ofSeconds(19));
      fixture.timeline.post(fixture.ana, "azure");
      await().until(() -> reader.lines.size() == 1);
      fixture.clock.move(Duration.ofSeconds(19));
      fixture.timeline.post(fixture.ana, "azure");
      await().until(() -> reader.lines.size() == 2);
      assertThat(reader.lines).doesNotContain("");
      fixture.clock.move(Duration.ofSeconds(20));
      await().until(() -> reader.lines.size() == 3);
      assertThat(reader.lines.get(2)).isEmpty();
    }
  }

  @Test
  void anAppHasOneConnection() throws Exception {
    try (Reader first = new Reader()) {
      HttpResponse<String> second = fixture.get(STREAM, bearer);
      assertThat(second.statusCode()).isEqualTo(429);
      JsonNode problem = json(second);
      assertThat(problem.path("title").asText()).isEqualTo("ConnectionException");
      assertThat(problem.path("connection_issue").asText()).isEqualTo("TooManyConnections");
      assertThat(first.ended).isFalse();
    }
    new Reader().close();
  }

  @Test
  void aStreamWithoutRulesIsRefused() throws Exception {
    fixture.post(RULES, bearer, "application/json", "{\"delete\":{\"values\":[\"azure\"]}}");
    HttpResponse<String> answer = fixture.get(STREAM, bearer);
    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(json(answer).path("connection_issue").asText()).isEqualTo("RuleConfigurationIssue");
  }

  @Test
  void aDisconnectSaysWhyAndEnds() throws Exception {
    Reader reader = new Reader();
    fixture.x.streams().disconnect(fixture.app);
    await().until(() -> reader.ended);
    assertThat(JSON.readTree(reader.told().get(0)).at("/errors/0/title").asText())
        .isEqualTo("operational-disconnect");
  }

  @Test
  void streamedPostsCountAndTheCapEndsTheStream() throws Exception {
    Reader reader = new Reader();
    for (int each = 0; each <= CAP; each++) {
      fixture.timeline.post(fixture.ana, "azure " + each);
    }
    await().until(() -> reader.ended);
    assertThat(reader.told()).hasSize(CAP + 1);
    assertThat(fixture.x.postsRead()).isEqualTo(CAP);
    assertThat(JSON.readTree(reader.told().get(CAP)).at("/errors/0/title").asText())
        .isEqualTo("UsageCapExceeded");
    HttpResponse<String> again = fixture.get(STREAM, bearer);
    assertThat(again.statusCode()).isEqualTo(429);
    assertThat(json(again).path("title").asText()).isEqualTo("UsageCapExceeded");
  }

  @Test
  void aDroppedStreamEndsWithoutAWord() throws Exception {
    Reader reader = new Reader();
    fixture.x.streams().drop(fixture.app);
    await().until(() -> reader.ended);
    assertThat(reader.lines).isEmpty();
  }

  @Test
  void aStalledStreamStaysOpenAndSaysNothing() throws Exception {
    try (Reader reader = new Reader()) {
      fixture.x.streams().stall(fixture.app);
      fixture.timeline.post(fixture.ana, "azure");
      fixture.clock.move(Duration.ofMinutes(5));
      // Another reader is refused for as long: the stalled one is still there.
      assertThat(fixture.get(STREAM, bearer).statusCode()).isEqualTo(429);
      assertThat(reader.lines).isEmpty();
      assertThat(reader.ended).isFalse();
    }
  }

  @Test
  void lateAndRepeatedPostsComeWhenTheyAreDue() throws Exception {
    try (Reader reader = new Reader()) {
      Post late = fixture.timeline.post(Draft.of(fixture.ana, "azure").late(Duration.ofSeconds(5)));
      fixture.x.streams().duplicateNext(1);
      Post next = fixture.timeline.post(fixture.ana, "azure again");
      await().until(() -> reader.told().size() == 2);
      fixture.clock.move(Duration.ofSeconds(5));
      await().until(() -> reader.told().size() == 3);
      assertThat(reader.told().get(0)).contains("" + next.id()).isEqualTo(reader.told().get(1));
      assertThat(reader.told().get(2)).contains("" + late.id());
    }
  }
}
