package io.bellwether.quickstart.stack;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Optional;

/**
 * How a worker is reached, and how patiently.
 *
 * @param url of its REST API, with or without a slash at its end
 * @param authorization the value of that header, if the worker wants one
 * @param oneCall how long one call may take
 * @param patience how long a rebalance is waited for, and a worker that has been started here
 * @param isStartedHere whether the worker was started by this process: as long as nobody answers it
 *     may still be starting, and is asked again
 */
public record WorkerAccess(
    URI url,
    Optional<String> authorization,
    HttpClient http,
    Duration oneCall,
    Duration patience,
    boolean isStartedHere) {
  private static final HttpClient HTTP = client().build();

  public WorkerAccess {
    url = URI.create(url.toString().replaceFirst("/+$", ""));
  }

  /** That of a worker that this process has started. */
  public static WorkerAccess startedHere(URI url) {
    return new WorkerAccess(
        url, Optional.empty(), HTTP, Duration.ofSeconds(10), Duration.ofMinutes(3), true);
  }

  /** That of any other worker. */
  public static WorkerAccess elsewhere(
      URI url, Optional<String> authorization, HttpClient http, Duration patience) {
    return new WorkerAccess(url, authorization, http, Duration.ofSeconds(100), patience, false);
  }

  /** What a worker understands. */
  public static HttpClient.Builder client() {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .connectTimeout(Duration.ofSeconds(10));
  }

  /** What a call waits for, in a message. */
  String awaited() {
    return isStartedHere
        ? "the worker to start, or to finish a rebalance, and so for"
        : "the workers to finish a rebalance, and so for";
  }

  /** What to do when something else answers at the address. */
  String remedy() {
    return isStartedHere ? "look what else listens there" : "check --connect";
  }

  /** Without the authorization. */
  @Override
  public String toString() {
    return url.toString();
  }
}
