package io.bellwether.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bellwether.testkafka.SecuredBroker;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.kafka.connect.util.clusters.WorkerHandle;

/**
 * A Connect worker in this JVM as {@code config/worker.properties} and a sample of {@code
 * config/secured/} have it, on a {@link SecuredBroker}. Secrets come from a file, since a test
 * cannot change its environment.
 */
public final class SecuredWorker implements AutoCloseable {
  private static final Path CONFIG = Path.of("..", "config");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration LONG = Duration.ofSeconds(60);
  private static final String FILE = "secrets.properties";

  private final HttpClient http = HttpClient.newHttpClient();
  private final WorkerHandle worker;

  private SecuredWorker(WorkerHandle worker) {
    this.worker = worker;
  }

  /** Starts it; a worker that the brokers do not let in throws. */
  public static SecuredWorker start(Map<String, String> properties) {
    return new SecuredWorker(WorkerHandle.start("secured", properties));
  }

  /**
   * What a worker with that sample is started with.
   *
   * @param sample a file of {@code config/secured/}
   * @param files where the broker's files and that with the secrets are
   */
  public static Map<String, String> properties(
      String sample, SecuredBroker kafka, String listener, Path files) throws IOException {
    writeSecrets(files);
    Properties read = new Properties();
    for (Path file :
        new Path[] {
          CONFIG.resolve("worker.properties"), CONFIG.resolve("secured").resolve(sample)
        }) {
      try (InputStream in = Files.newInputStream(file)) {
        read.load(in);
      }
    }
    Map<String, String> properties = new TreeMap<>();
    read.forEach((key, value) -> properties.put((String) key, inFile((String) value, files)));
    properties.keySet().removeIf(key -> key.startsWith("config.providers"));
    properties.put("config.providers", "file,dir");
    properties.put(
        "config.providers.file.class",
        "org.apache.kafka.common.config.provider.FileConfigProvider");
    properties.put(
        "config.providers.dir.class",
        "org.apache.kafka.common.config.provider.DirectoryConfigProvider");
    properties.put("config.providers.dir.param.allowed.paths", files.toString());
    properties.put("bootstrap.servers", kafka.bootstrap(listener));
    properties.put("listeners", "http://127.0.0.1:0");
    for (String prefix : new String[] {"", "producer.", "consumer."}) {
      properties.put(prefix + "ssl.truststore.type", "PEM");
      properties.put(prefix + "ssl.truststore.location", kafka.authority().toString());
      properties.computeIfPresent(
          prefix + "ssl.keystore.location", (key, value) -> kafka.client().toString());
    }
    return properties;
  }

  /** In one file, and each in a file of its own, as Kubernetes mounts them. */
  private static void writeSecrets(Path files) throws IOException {
    Map<String, String> secrets =
        Map.of(
            "KAFKA_PASSWORD", SecuredBroker.SCRAM_PASSWORD,
            "KAFKA_SLACK_SOURCE_PASSWORD", SecuredBroker.SCRAM_PASSWORD,
            "KAFKA_STORE_PASSWORD", SecuredBroker.STORE_PASSWORD,
            "KAFKA_CONNECTION_STRING", SecuredBroker.CONNECTION_STRING,
            "WRONG", "guessed");
    StringBuilder lines = new StringBuilder();
    for (Map.Entry<String, String> secret : secrets.entrySet()) {
      lines.append(secret.getKey()).append('=').append(secret.getValue()).append('\n');
      Files.writeString(files.resolve(secret.getKey()), secret.getValue());
    }
    Files.writeString(files.resolve(FILE), lines);
  }

  /** A connector of {@code config/}, with secrets from the folder. */
  public static Map<String, String> connector(String file, Path files) throws IOException {
    Map<String, String> config = new TreeMap<>();
    JSON.readTree(CONFIG.resolve(file).toFile())
        .get("config")
        .properties()
        .forEach(each -> config.put(each.getKey(), inFolder(each.getValue().asText(), files)));
    return config;
  }

  private static String inFile(String value, Path files) {
    return value.replace("${env:", "${file:" + files.resolve(FILE) + ":");
  }

  private static String inFolder(String value, Path files) {
    return value.replace("${env:", "${dir:" + files + ":");
  }

  /** Submits or changes a connector. */
  public void submit(String name, Map<String, String> config) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(at("connectors/" + name + "/config"))
            .header("Content-Type", "application/json")
            .PUT(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(config)))
            .build();
    // A worker that has just started may still be finding its group.
    await()
        .atMost(LONG)
        .untilAsserted(
            () -> {
              HttpResponse<String> answer =
                  http.send(request, HttpResponse.BodyHandlers.ofString());
              assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
            });
  }

  /** Waits until a connector's only task runs. */
  public void awaitRunning(String name) {
    awaitState(name, "/tasks/0", "RUNNING");
  }

  /** Waits until the connector itself has failed and gives the trace. */
  public String awaitFailure(String name) {
    return awaitState(name, "/connector", "FAILED").path("trace").asText();
  }

  private JsonNode awaitState(String name, String place, String state) {
    JsonNode[] found = new JsonNode[1];
    await()
        .atMost(LONG)
        .untilAsserted(
            () -> {
              JsonNode status = get("connectors/" + name + "/status");
              found[0] = status.at(place);
              assertThat(found[0].path("state").asText()).as(status.toString()).isEqualTo(state);
            });
    return found[0];
  }

  private JsonNode get(String path) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(at(path)).build();
    return JSON.readTree(http.send(request, HttpResponse.BodyHandlers.ofString()).body());
  }

  private URI at(String path) {
    return worker.url().resolve("/" + path);
  }

  @Override
  public void close() {
    worker.stop();
  }
}
