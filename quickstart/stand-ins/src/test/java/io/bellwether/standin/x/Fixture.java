package io.bellwether.standin.x;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bellwether.standin.TickableClock;
import io.bellwether.standin.x.contract.ContractProxy;
import io.bellwether.standin.x.contract.Violation;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/**
 * A stand-in with one app and one person, a clock that stands still, and a client that reaches it
 * through the contract: whatever is answered in any test has to be as X's contract says.
 */
final class Fixture implements AutoCloseable {
  static final String RECENT = "/2/tweets/search/recent";
  static final String STREAM = "/2/tweets/search/stream";
  static final String RULES = "/2/tweets/search/stream/rules";
  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final ObjectMapper JSON = new ObjectMapper();

  final TickableClock clock = new TickableClock();
  final XStandIn x;
  final Timeline timeline;
  final XUser ana;
  final XApp app;
  final ContractProxy proxy;

  Fixture(Options options) {
    x = XStandIn.start(options.withClock(clock));
    proxy = ContractProxy.before(x.url());
    timeline = x.timeline();
    ana = timeline.user("ana");
    app = x.apps().app("Bellwether");
  }

  static Fixture defaults() {
    return new Fixture(Options.defaults());
  }

  /** Posts, and lets the time pass after which search knows it. */
  Post said(String text) {
    Post post = timeline.post(ana, text);
    clock.move(Duration.ofSeconds(31));
    return post;
  }

  /** {@code pairs}: names and values of the query. */
  HttpResponse<String> search(String... pairs) throws IOException, InterruptedException {
    return get(RECENT, "Bearer " + app.bearerToken(), pairs);
  }

  JsonNode found(String... pairs) throws IOException, InterruptedException {
    HttpResponse<String> answer = search(pairs);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return json(answer);
  }

  HttpResponse<String> get(String path, String authorization, String... pairs)
      throws IOException, InterruptedException {
    return CLIENT.send(request(path, authorization, pairs).build(), BODY);
  }

  HttpResponse<String> post(String path, String authorization, String type, String body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        request(path, authorization)
            .header("Content-Type", type)
            .POST(HttpRequest.BodyPublishers.ofString(body));
    return CLIENT.send(request.build(), BODY);
  }

  private static final HttpResponse.BodyHandler<String> BODY = HttpResponse.BodyHandlers.ofString();

  HttpRequest.Builder request(String path, String authorization, String... pairs) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address(proxy.url(), path, pairs)).timeout(Duration.ofSeconds(5));
    return authorization == null ? request : request.header("Authorization", authorization);
  }

  static URI address(URI base, String path, String... pairs) {
    StringJoiner query = new StringJoiner("&", "?", "").setEmptyValue("");
    for (int at = 0; at < pairs.length; at += 2) {
      query.add(pairs[at] + "=" + URLEncoder.encode(pairs[at + 1], StandardCharsets.UTF_8));
    }
    return URI.create(base + path + query);
  }

  static JsonNode json(HttpResponse<String> answer) throws IOException {
    return JSON.readTree(answer.body());
  }

  static List<String> ids(JsonNode answer) {
    List<String> ids = new ArrayList<>();
    answer.path("data").forEach(each -> ids.add(each.path("id").asText()));
    return ids;
  }

  @Override
  public void close() {
    proxy.close();
    x.close();
    assertThat(proxy.violations())
        .filteredOn(each -> each.side() == Violation.Side.ANSWER)
        .isEmpty();
  }
}
