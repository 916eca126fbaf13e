package io.bellwether.quickstart.submission;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.bellwether.quickstart.process.LaunchException;
import io.bellwether.quickstart.process.Watch;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLException;

/**
 * Calls of a worker's REST API (https://kafka.apache.org/documentation/#connect_rest). What cannot
 * be done becomes a {@link LaunchException} that says why and what to do; a rebalance is waited
 * for.
 */
final class WorkerApi {
  private static final Duration ONE_CALL = Duration.ofSeconds(100);
  private static final int LONGEST = 500;

  private final URI url;
  private final Optional<String> authorization;
  private final HttpClient http;
  private final Duration patience;
  private final Watch watch = new Watch();
  private final ObjectMapper json = new ObjectMapper();

  /**
   * @param url of the worker, with or without a slash at its end
   * @param authorization the value of that header, if the worker wants one
   * @param patience how long a rebalance is waited for
   */
  WorkerApi(URI url, Optional<String> authorization, HttpClient http, Duration patience) {
    this.url = URI.create(url.toString().replaceFirst("/+$", ""));
    this.authorization = authorization;
    this.http = http;
    this.patience = patience;
  }

  /** What the worker said. */
  record Answer(int status, JsonNode body) {
    boolean isGood() {
      return status / 100 == 2;
    }

    /** A change of the connectors is under way; "already exists" has the same status. */
    private boolean isRebalance() {
      return status == 409 && !body.path("message").asText().contains("already exists");
    }
  }

  /** Part of a path. */
  static String part(String name) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** The path of a connector. */
  static String connector(String name) {
    return "/connectors/" + part(name);
  }

  /** What there is, or nothing where the worker knows no such thing. */
  Optional<JsonNode> find(String path) throws InterruptedException {
    Answer answer = answer("GET", path, "");
    return answer.status == 404 && !answer.body.isMissingNode()
        ? Optional.empty()
        : Optional.of(good(answer, "tell " + path));
  }

  /** The answer to a call that must succeed. */
  JsonNode call(String method, String path, Object body, String what) throws InterruptedException {
    try {
      return good(answer(method, path, json.writeValueAsString(body)), what);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Maps and texts can always be written as JSON", e);
    }
  }

  /** The same without a body. */
  JsonNode call(String method, String path, String what) throws InterruptedException {
    return good(answer(method, path, ""), what);
  }

  /** Waits for something to come true, as long as for a rebalance. */
  boolean comesTrue(Watch.Probe<Boolean> probe) throws InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    return watch.until(
        "",
        patience.plusSeconds(60),
        () -> {
          Optional<Boolean> found = probe.look();
          return found.isEmpty() && System.nanoTime() > end ? Optional.of(false) : found;
        });
  }

  private JsonNode good(Answer answer, String what) {
    if (answer.isGood()) {
      return answer.body;
    }
    if (answer.status == 401 || answer.status == 403) {
      throw new LaunchException(
          "The worker at %s does not let you %s (HTTP %d): give name and password by --user."
              .formatted(url, what, answer.status));
    }
    if (answer.body.isMissingNode()) {
      throw new LaunchException(
          "HTTP %d from %s is no answer of a Connect worker: check --connect."
              .formatted(answer.status, url));
    }
    String message = answer.body.path("message").asText("it gives no reason");
    throw new LaunchException(
        "The worker refuses to %s (HTTP %d): %s"
            .formatted(what, answer.status, message.strip().lines().findFirst().orElse("")));
  }

  private Answer answer(String method, String path, String body) throws InterruptedException {
    return watch.until(
        "the workers to finish a rebalance, and so for an answer to " + method + " " + url + path,
        patience,
        () -> Optional.of(once(method, path, body)).filter(answer -> !answer.isRebalance()));
  }

  private Answer once(String method, String path, String body) throws InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url + path))
            .timeout(ONE_CALL)
            .header("Content-Type", "application/json")
            .header("Accept", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(body));
    authorization.ifPresent(value -> request.header("Authorization", value));
    try {
      HttpResponse<String> response =
          http.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return new Answer(response.statusCode(), read(response));
    } catch (SSLException e) {
      throw new LaunchException(
          "No safe connection to %s: %s. If its certificate is of a CA of your own, give that by"
                  .formatted(url, reason(e))
              + " --cacert; if it serves plain HTTP, use http:// in --connect.",
          e);
    } catch (HttpTimeoutException e) {
      throw new LaunchException(
          "The worker at %s has not answered for %d s: look at its log."
              .formatted(url, ONE_CALL.toSeconds()),
          e);
    } catch (IOException e) {
      throw new LaunchException(
          "No Connect worker answers at %s (%s): start one, or give its address by --connect."
              .formatted(url, reason(e)),
          e);
    }
  }

  private static String reason(IOException e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }

  private JsonNode read(HttpResponse<String> response) {
    if (response.body().isBlank()) {
      return response.statusCode() / 100 == 2 ? json.createObjectNode() : MissingNode.getInstance();
    }
    try {
      return json.readTree(response.body());
    } catch (JsonProcessingException e) {
      if (response.statusCode() / 100 == 2) {
        String start = response.body().substring(0, Math.min(LONGEST, response.body().length()));
        throw new LaunchException(
            "The answer of " + url + " is no JSON: is that a Connect worker? " + start, e);
      }
      return MissingNode.getInstance();
    }
  }
}
