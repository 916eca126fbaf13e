package io.bellwether.connect.twitter.source.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.connect.metrics.CallMeters;
import io.bellwether.connect.remote.Outcome;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import okhttp3.mockwebserver.Dispatcher;
import okhttp3.mockwebserver.MockResponse;
import okhttp3.mockwebserver.MockWebServer;
import okhttp3.mockwebserver.RecordedRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A service that repeats what it was called with, for each way to prove who one is. */
class EchoedCredentialsTest {
  private static final List<String> SECRETS =
      List.of(
          "canary-bearer/+=1",
          "canary-consumer-key",
          "canary-consumer-secret",
          "canary-access-token",
          "canary-access-secret");

  private final MockWebServer server = new MockWebServer();
  private final List<String> echoed = new CopyOnWriteArrayList<>();
  private volatile int status;

  @BeforeEach
  void start() throws IOException {
    server.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) {
            return echo(request);
          }
        });
    server.start();
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  private MockResponse echo(RecordedRequest request) {
    String header = String.valueOf(request.getHeader("Authorization"));
    String said =
        (header + " " + URLDecoder.decode(header, StandardCharsets.UTF_8)).replace('"', '\'');
    echoed.add(said);
    return new MockResponse()
        .setResponseCode(status)
        .setHeader("Content-Type", "application/json")
        .setBody(
            """
            {"title":"%1$s","type":"about:%1$s","detail":"%1$s","errors":[{"message":"%1$s"}]}
            """
                .formatted(said));
  }

  static Stream<Arguments> waysAndAnswers() {
    List<Credentials> ways =
        List.of(
            new Credentials.Bearer(SECRETS.get(0)),
            new Credentials.AppKey(SECRETS.get(1), SECRETS.get(2)),
            new Credentials.UserKeys(
                SECRETS.get(1), SECRETS.get(2), SECRETS.get(3), SECRETS.get(4)));
    return ways.stream()
        .flatMap(
            way -> Stream.of(200, 400, 401, 403, 429, 503).map(code -> Arguments.of(way, code)));
  }

  @ParameterizedTest
  @MethodSource("waysAndAnswers")
  void noOutcomeRepeatsThem(Credentials way, int code) {
    status = code;
    try (XApi api =
        new XApi(
            server.url("/").toString(),
            way,
            Duration.ofSeconds(10),
            CallMeters.unpublished(),
            rates -> {},
            InstantSource.system())) {
      Outcome<SearchAnswer> search =
          api.search(
              new SearchQuery("#azure", 10, Optional.empty(), Optional.empty(), Optional.empty()));
      List<String> told =
          List.of(search.toString(), api.rules(Optional.empty()).toString(), way.toString());
      assertThat(echoed).isNotEmpty().noneMatch("null null"::equals);
      assertThat(told).allSatisfy(each -> assertThat(each).doesNotContain(SECRETS));
    }
  }
}
