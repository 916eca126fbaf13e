package io.bellwether.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.bellwether.quickstart.stack.ConnectorFile;
import io.bellwether.quickstart.stack.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The samples of {@code config/} on a worker, through the whole life of a connector, all at once.
 */
final class Visit implements AutoCloseable {
  private static final int CONFLICT = 409;
  private static final int SOME = 2;

  private final Worker worker;
  private final Map<String, Story> stories;
  private final Map<String, ConnectorFile> samples = new TreeMap<>();

  /**
   * Reads the samples.
   *
   * @param stories one for each; a sample without one is an error
   */
  Visit(Worker worker, Map<String, Story> stories) throws IOException {
    this.worker = worker;
    this.stories = new TreeMap<>(stories);
    try (Stream<Path> files = Files.list(Home.ofThisProgram().config("."))) {
      files
          .filter(file -> file.toString().endsWith(".json"))
          .map(ConnectorFile::read)
          .filter(file -> file.config().containsKey("connector.class"))
          .forEach(file -> samples.put(file.name(), file));
    }
    assertThat(this.stories.keySet()).isEqualTo(samples.keySet());
    samples.replaceAll((name, file) -> file.with(stories.get(name).settings()));
  }

  private interface Step {
    void take(String name, Story story) throws Exception;
  }

  private void each(Step step) throws Exception {
    for (Map.Entry<String, Story> story : stories.entrySet()) {
      step.take(story.getKey(), story.getValue());
    }
  }

  /** What the samples say is done: all that happens arrives once. */
  void submit() throws Exception {
    each(
        (name, story) -> {
          Map<String, Object> sample = Map.of("name", name, "config", samples.get(name).config());
          ask(201, "POST", "/connectors", sample);
        });
    each((name, story) -> awaitRunning(name));
    happen(SOME);
    each(
        (name, story) -> {
          worker.await(name + " to carry", () -> holdsAll(story.arrived(), story));
          assertThat(story.arrived()).as(name).hasSize(SOME);
        });
  }

  /** A changed configuration is taken up, and nothing is lost or doubled by it. */
  void changed() throws Exception {
    each(
        (name, story) -> {
          Map<String, String> config = new LinkedHashMap<>(samples.get(name).config());
          config.putAll(story.change());
          ask(200, "PUT", path(name, "/config"), config);
        });
    each(
        (name, story) ->
            worker.await(
                name + " to do as changed",
                () -> {
                  // What happens before the task has started anew still goes where it went.
                  if (holdsAll(everything(story), story)) {
                    story.happen();
                  }
                  return !story.arrivedChanged().isEmpty();
                }));
    awaitAllOnce();
  }

  private void awaitAllOnce() throws Exception {
    each(
        (name, story) -> {
          worker.await(name + " to carry all", () -> holdsAll(everything(story), story));
          assertThat(everything(story)).as(name).hasSameSizeAs(story.happened());
        });
  }

  private static List<String> everything(Story story) {
    List<String> all = new ArrayList<>(story.arrived());
    all.addAll(story.arrivedChanged());
    return all;
  }

  /** Stopped, set back and resumed, a source reads again; a sink posts nothing again. */
  void rewound() throws Exception {
    each((name, story) -> ask(204, "PUT", path(name, "/stop"), null));
    each(
        (name, story) ->
            worker.await(
                name + " to stop",
                () -> state(name).equals("STOPPED") && status(name).path("tasks").isEmpty()));
    each(
        (name, story) -> {
          int before = story.arrivedChanged().size();
          ask(200, "PATCH", path(name, "/offsets"), earlier(name, story));
          ask(202, "PUT", path(name, "/resume"), null);
          if (story.repeats()) {
            int all = story.happened().size();
            worker.await(
                name + " to read again", () -> story.arrivedChanged().size() >= before + all);
            assertThat(story.arrivedChanged()).as(name).hasSize(before + all);
          }
        });
    each((name, story) -> awaitRunning(name));
  }

  private Map<String, Object> earlier(String name, Story story) throws Exception {
    List<Map<String, Object>> offsets = new ArrayList<>();
    for (JsonNode each : worker.rest().get(path(name, "/offsets")).body().path("offsets")) {
      Map<String, Object> earlier = story.earlier(each.path("partition"), each.path("offset"));
      if (!earlier.isEmpty()) {
        offsets.add(Map.of("partition", each.path("partition"), "offset", earlier));
      }
    }
    assertThat(offsets).as(name).isNotEmpty();
    return Map.of("offsets", offsets);
  }

  /** After a restart of connector and tasks it goes on where it was. */
  void restarted() throws Exception {
    Map<String, Integer> before = new LinkedHashMap<>();
    each(
        (name, story) -> {
          before.put(name, everything(story).size());
          ask(202, "POST", path(name, "/restart?includeTasks=true"), null);
        });
    happen(1);
    each(
        (name, story) -> {
          worker.await(name + " to go on", () -> holdsAll(everything(story), story));
          assertThat(everything(story)).as(name).hasSize(before.get(name) + 1);
        });
    each((name, story) -> awaitRunning(name));
  }

  /** Then they are gone. */
  void deleted() throws Exception {
    each((name, story) -> ask(204, "DELETE", path(name, ""), null));
    each(
        (name, story) ->
            worker.await(
                name + " to be gone", () -> worker.rest().get(path(name, "")).status() == 404));
  }

  private void happen(int times) throws Exception {
    for (int each = 0; each < times; each++) {
      each((name, story) -> story.happen());
    }
  }

  private static boolean holdsAll(List<String> arrived, Story story) {
    return new HashSet<>(arrived).containsAll(story.happened());
  }

  private void awaitRunning(String name) throws InterruptedException {
    worker.await(
        name + " to run",
        () -> {
          JsonNode status = status(name);
          assertThat(status.toString()).doesNotContain("FAILED");
          return state(name).equals("RUNNING")
              && !status.path("tasks").isEmpty()
              && status.path("tasks").findValuesAsText("state").stream()
                  .allMatch("RUNNING"::equals);
        });
  }

  private JsonNode status(String name) throws IOException, InterruptedException {
    return worker.rest().get(path(name, "/status")).body();
  }

  private String state(String name) throws IOException, InterruptedException {
    return status(name).path("connector").path("state").asText();
  }

  private static String path(String name, String rest) {
    return "/connectors/" + name + rest;
  }

  /** Asks again while the worker is busy with what it was asked before, and wants this answer. */
  private void ask(int status, String method, String path, Object body) throws Exception {
    worker.await(
        "an answer to " + method + " " + path,
        () -> {
          Rest.Answer answer = worker.rest().call(method, path, body);
          String message = answer.body().path("message").asText();
          // 409: it has not caught up with the change before, a rebalance or its own configuration.
          if (answer.status() == CONFLICT || message.contains("haven't stopped")) {
            return false;
          }
          assertThat(answer.status()).as(method + " " + path + ": " + message).isEqualTo(status);
          return true;
        });
  }

  @Override
  public void close() {
    stories.values().forEach(Story::close);
  }
}
