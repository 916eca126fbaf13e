package io.bellwether.connect.validate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * For each connector: twenty and more mistakes, and Connect's answer to each as it stands in {@code
 * docs/validate}. A person has read every one of these answers: a changed one fails the build until
 * it was read again and written by {@code -Dbellwether.docs=write}.
 */
public final class WrongConfigs {
  /** Another one in each run. */
  private static final Pattern REQUEST_ID =
      Pattern.compile(" \\[(x-slack-req-id|x-transaction-id|CF-Ray) [^]]+]");

  private static final int AT_LEAST = 20;
  private static final Path REPOSITORY = Path.of("..");

  private final String connector;
  private final Map<String, String> good;
  private final Map<String, String> readable = new TreeMap<>();

  /**
   * @param connector whose shipped configuration the mistakes are made in
   * @param changes what makes it work here: tokens, and the address of a stand-in
   */
  public WrongConfigs(String connector, Map<String, String> changes) {
    this.connector = connector;
    this.good = new HashMap<>(Sample.read(REPOSITORY.resolve("config/" + connector + ".json")));
    good.putAll(changes);
  }

  /** In a page and in the mistakes, {@code as} stands for a value that differs from run to run. */
  public WrongConfigs show(String text, String as) {
    readable.put(text, as);
    return this;
  }

  private Map<String, String> real(Map<String, String> config) {
    config.replaceAll(
        (key, value) ->
            readable.entrySet().stream()
                .filter(entry -> value.equals(entry.getValue()))
                .findFirst()
                .map(Map.Entry::getKey)
                .orElse(value));
    return config;
  }

  /** Somewhere on the web: a server that speaks no API at all. */
  private HttpServer elsewhere() {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext("/", WrongConfigs::greet);
      server.start();
      show("http://127.0.0.1:" + server.getAddress().getPort() + "/", "https://elsewhere.example/");
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void greet(HttpExchange exchange) throws IOException {
    byte[] page = "<html><body>It works!</body></html>".getBytes(UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "text/html");
    exchange.sendResponseHeaders(200, page.length);
    try (OutputStream body = exchange.getResponseBody()) {
      body.write(page);
    }
  }

  /**
   * Fails unless the good configuration is accepted, and the page tells the answers as they are.
   */
  public void areAnsweredAsTold() {
    List<WrongConfig> mistakes = WrongConfig.read(Path.of("src", "test", "wrong-configs.txt"));
    assertThat(mistakes).hasSizeGreaterThanOrEqualTo(AT_LEAST);
    StringBuilder page = new StringBuilder(head(mistakes.size()));
    HttpServer elsewhere = elsewhere();
    try (Validation validation = new Validation(Path.of("target").toAbsolutePath())) {
      assertThat(validation.errors(good)).as("the configuration without a mistake").isEmpty();
      for (WrongConfig mistake : mistakes) {
        Map<String, List<String>> errors = validation.errors(real(mistake.in(good)));
        assertThat(errors).as(mistake.title()).isNotEmpty();
        assertThat(errors.toString()).as(mistake.title()).doesNotContain(secrets());
        section(page, mistake, errors);
      }
    } finally {
      elsewhere.stop(0);
    }
    readable.forEach((text, as) -> replace(page, text, as));
    isCurrent(page.toString());
  }

  /** The secrets of the good configuration, and the one that mistakes put in their places. */
  private List<String> secrets() {
    return Stream.concat(
            Stream.of("hunter2"),
            good.entrySet().stream()
                .filter(entry -> entry.getKey().matches(".*(token|api\\.key|secret)"))
                .map(Map.Entry::getValue))
        .toList();
  }

  private String head(int count) {
    return """
    # Wrong configurations of the connector `%1$s`

    <!-- Generated from the validation itself. Change the code or connect-%1$s/src/test/wrong-configs.txt, then run: \
    mvn test -Dbellwether.docs=write -->

    What the worker answers to %2$d mistakes in [config/%1$s.json](../../config/%1$s.json), by
    `PUT /connector-plugins/CLASS/config/validate` and whenever a connector is created or changed. A line that starts with
    `-` is a key left out. All keys: [configuration/%1$s.md](../configuration/%1$s.md).
    """
        .formatted(connector, count);
  }

  private static void section(
      StringBuilder page, WrongConfig mistake, Map<String, List<String>> errors) {
    page.append("\n## ").append(mistake.title()).append("\n\n```\n");
    mistake.changes().forEach(change -> page.append(change).append("\n"));
    page.append("```\n\n");
    errors.forEach(
        (key, messages) ->
            messages.forEach(
                message ->
                    page.append(key.isEmpty() ? "- " : "- `" + key + "`: ")
                        .append(REQUEST_ID.matcher(message.strip()).replaceAll(""))
                        .append("\n")));
  }

  private static void replace(StringBuilder page, String text, String as) {
    for (int at = page.indexOf(text); at >= 0; at = page.indexOf(text, at + as.length())) {
      page.replace(at, at + text.length(), as);
    }
  }

  private void isCurrent(String expected) {
    Path page = REPOSITORY.resolve("docs").resolve("validate").resolve(connector + ".md");
    try {
      if ("write".equals(System.getProperty("bellwether.docs"))) {
        Files.createDirectories(page.getParent());
        Files.writeString(page, expected);
      }
      assertThat(page)
          .as("other answers: read them, run mvn test -Dbellwether.docs=write, commit %s", page)
          .exists()
          .hasContent(expected);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
