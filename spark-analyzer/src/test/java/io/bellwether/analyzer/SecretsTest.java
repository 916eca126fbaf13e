package io.bellwether.analyzer;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.bellwether.standin.azure.AzureStandIn;
import io.bellwether.standin.azure.Options;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.management.JMException;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import javax.management.RuntimeMBeanException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole application with everything logged. Its secrets come from a file by their references,
 * as documented, and must be found nowhere, not even where Azure repeats the key.
 */
class SecretsTest {
  private static final String PASSWORD = "canary-jaas-password";
  private static final List<String> SECRETS = List.of(Options.DEFAULT_KEY, PASSWORD);

  @TempDir Path folder;
  private final TestTopics topics = new TestTopics(1);
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final AzureStandIn azure = AzureStandIn.start(Options.defaults());
  private HttpServer nasty;
  private volatile int status;

  @BeforeEach
  void start() throws IOException {
    nasty = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    nasty.createContext("/", this::echo);
    nasty.start();
    Files.writeString(
        folder.resolve("secrets.properties"),
        "key=%s\njaas=org.apache.kafka.common.security.plain.PlainLoginModule required username=\"u\" password=\"%s\";\n"
            .formatted(Options.DEFAULT_KEY, PASSWORD));
  }

  @AfterEach
  void stop() {
    nasty.stop(0);
    azure.close();
  }

  private void echo(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      String key = exchange.getRequestHeaders().getFirst("Ocp-Apim-Subscription-Key");
      byte[] body =
          "{\"error\":{\"code\":\"Bad%1$s\",\"message\":\"no such key %1$s\\nERROR all is lost\"}}"
              .formatted(key)
              .getBytes(UTF_8);
      exchange.sendResponseHeaders(status, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  @Test
  void noSecretShowsInLogsErrorsRecordsFilesOrBeans() throws Exception {
    String endpoint = "http://127.0.0.1:" + nasty.getAddress().getPort() + "/";
    try (SecretTrap trap = new SecretTrap(SECRETS).open()) {
      topics.send("e1", "{\"event_id\":\"e1:0\",\"text\":\"awful\"}");
      assertThat(run("scorer.azure.endpoint=" + azure.url())).as(printed.toString(UTF_8)).isZero();

      topics.send("e2", "{\"event_id\":\"e2:0\",\"text\":\"awful\"}");
      status = 503;
      assertThat(
              run(
                  "scorer.azure.endpoint=" + endpoint,
                  "scorer.azure.patience.ms=0",
                  "scorer.azure.give.up=unscored"))
          .as(printed.toString(UTF_8))
          .isZero();

      topics.send("e3", "{\"event_id\":\"e3:0\",\"text\":\"awful\"}");
      status = 401;
      assertThat(run("scorer.azure.endpoint=" + endpoint)).isEqualTo(1);
      assertThat(run("scorer.azure.endpoint=http://example.com/")).isEqualTo(2);

      assertThat(trap.masked()).as("settings logged with their secrets masked").isPositive();
      assertThat(trap.caught()).isEmpty();
    }
    assertThat(topics.outputs()).hasSize(2);
    assertThat(topics.outputs().get(1).value() + topics.outputs().get(0).value())
        .contains("[secret]");
    clean("printed", printed.toString(UTF_8));
    topics.outputs().forEach(record -> clean("a record", record.value()));
    files().forEach(this::clean);
    beans().forEach(SecretsTest::clean);
  }

  private static void clean(String where, String text) {
    SECRETS.forEach(secret -> assertThat(text).as(where).doesNotContain(secret));
  }

  private void clean(Path file) {
    try {
      clean(file.toString(), Files.readString(file, ISO_8859_1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the job has left on disk. */
  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(folder.resolve("checkpoint"))) {
      return all.filter(Files::isRegularFile).toList();
    }
  }

  private static Map<String, String> beans() throws JMException {
    MBeanServer server = ManagementFactory.getPlatformMBeanServer();
    Map<String, String> shown = new TreeMap<>();
    for (ObjectName name : server.queryNames(null, null)) {
      for (MBeanAttributeInfo attribute : server.getMBeanInfo(name).getAttributes()) {
        try {
          Object value = server.getAttribute(name, attribute.getName());
          shown.put(name + " " + attribute.getName(), String.valueOf(value));
        } catch (JMException | RuntimeMBeanException unreadable) {
          shown.put(name + " " + attribute.getName(), String.valueOf(unreadable));
        }
      }
    }
    return shown;
  }

  private int run(String... overrides) throws IOException {
    Path file = folder.resolve("job.json");
    String secrets = folder.resolve("secrets.properties").toString();
    Map<String, String> config = new TreeMap<>(topics.config());
    config.put("scorer", "azure");
    config.put("scorer.azure.key", "${file:" + secrets + ":key}");
    config.put("kafka.sasl.jaas.config", "${file:" + secrets + ":jaas}");
    config.put("checkpoint.location", folder.resolve("checkpoint").toString());
    config.put("trigger", "available-now");
    Files.writeString(
        file, new ObjectMapper().writeValueAsString(Map.of("name", "t", "config", config)));
    List<String> arguments = new ArrayList<>(List.of(file.toString()));
    arguments.addAll(List.of(overrides));
    PrintStream out = new PrintStream(printed, true, UTF_8);
    return Analyzer.run(arguments, out, out);
  }
}
