package io.bellwether.quickstart.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bellwether.quickstart.stack.Home;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The demo as a user starts it: by its script, from the distribution folder. */
final class RunningDemo implements AutoCloseable {
  private static final Path SCRIPT = Home.ofThisProgram().path().resolve("bellwether");
  private static final Pattern READY = Pattern.compile("(?m)^ready in ([0-9.]+) s: (\\S+)$");
  private static final Pattern CONNECT = Pattern.compile("Connect worker +(\\S+)");

  private final Path state;
  private final Path output;
  private final Process process;

  private RunningDemo(Path state, Path output, Process process) {
    this.state = state;
    this.output = output;
    this.process = process;
  }

  /** {@code more}: further options of the command. */
  static RunningDemo start(Path state, String... more) {
    try {
      List<String> options =
          new ArrayList<>(List.of("demo", "--state", state.toString(), "--page-port", "0"));
      options.addAll(List.of(more));
      Path output = Files.createTempFile(state.getParent(), "demo", ".out");
      Process process =
          script(options.toArray(String[]::new))
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      RunningDemo demo = new RunningDemo(state, output, process);
      await("ready")
          .atMost(Duration.ofMinutes(3))
          .until(() -> demo.matched(READY) || !process.isAlive());
      assertThat(process.isAlive()).as(demo.output()).isTrue();
      return demo;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ProcessBuilder script(String... arguments) {
    List<String> line = new ArrayList<>(List.of(SCRIPT.toString()));
    line.addAll(List.of(arguments));
    return new ProcessBuilder(line);
  }

  /** Runs another command of the script to its end and returns its exit code. */
  static int command(Path output, String... arguments) throws Exception {
    Process process =
        script(arguments).redirectErrorStream(true).redirectOutput(output.toFile()).start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
  }

  String output() {
    try {
      return Files.readString(output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  double secondsToReady() {
    return Double.parseDouble(group(READY, 1));
  }

  URI page() {
    return URI.create(group(READY, 2));
  }

  URI connect() {
    return URI.create(group(CONNECT, 1));
  }

  String bootstrap() {
    try {
      File run = state.resolve("run.json").toFile();
      return new ObjectMapper().readTree(run).path("bootstrap").asText();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Texts of a channel's messages, as the page is told them. */
  List<String> texts(String channel) {
    return messages(channel).stream().map(message -> message.path("text").asText()).toList();
  }

  /** A channel's messages, as the page is told them. */
  List<JsonNode> messages(String channel) {
    JsonNode workspace = json(page().resolve("api/workspace"));
    List<JsonNode> messages = new ArrayList<>();
    for (JsonNode each : workspace.path("channels")) {
      if (each.path("name").asText().equals(channel)) {
        for (JsonNode message : workspace.path("messages")) {
          if (message.path("channelId").equals(each.path("id"))) {
            messages.add(message);
          }
        }
      }
    }
    return messages;
  }

  static JsonNode json(URI address) {
    try {
      return new ObjectMapper().readTree(text(address));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String text(URI address) {
    try {
      return HttpClient.newHttpClient()
          .send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
          .body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The children of this demo that live. */
  List<ProcessHandle> children() {
    String mark = "@" + state;
    return ProcessHandle.allProcesses()
        .filter(each -> each.pid() != process.pid())
        .filter(each -> each.info().commandLine().filter(line -> line.contains(mark)).isPresent())
        .toList();
  }

  /** Ends the launcher without giving it time for anything. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Stops it as Ctrl-C does, and returns how long that took. */
  Duration stop() throws InterruptedException {
    long begin = System.nanoTime();
    process.destroy();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return Duration.ofNanos(System.nanoTime() - begin);
  }

  private boolean matched(Pattern pattern) {
    return pattern.matcher(output()).find();
  }

  private String group(Pattern pattern, int group) {
    Matcher matcher = pattern.matcher(output());
    assertThat(matcher.find()).as(output()).isTrue();
    return matcher.group(group);
  }

  @Override
  public void close() throws InterruptedException {
    stop();
  }
}
