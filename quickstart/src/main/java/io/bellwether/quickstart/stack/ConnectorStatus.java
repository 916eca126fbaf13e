package io.bellwether.quickstart.stack;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How a connector is, as Connect's REST API tells it.
 *
 * @param connector the connector's own state, without its tasks
 */
record ConnectorStatus(Unit connector, List<Task> tasks) {
  /**
   * A connector or a task.
   *
   * @param state such as {@code RUNNING}, {@code FAILED}, {@code UNASSIGNED}
   * @param trace why it failed, else empty
   */
  record Unit(String title, String state, String trace) {
    private static Unit of(String title, JsonNode json) {
      return new Unit(title, json.path("state").asText(), json.path("trace").asText(""));
    }

    boolean runs() {
      return state.equals("RUNNING");
    }

    boolean hasFailed() {
      return state.equals("FAILED");
    }

    /** For a person to read; the rest of the trace is in the worker's log. */
    String complaint() {
      return title + " has failed:\n  " + trace.lines().findFirst().orElse("?");
    }
  }

  /**
   * A task.
   *
   * @param id its name in the worker's log
   */
  record Task(String id, Unit unit) {}

  static ConnectorStatus of(JsonNode json) {
    String name = json.path("name").asText();
    List<Task> tasks = new ArrayList<>();
    for (JsonNode task : json.path("tasks")) {
      String number = task.path("id").asText();
      tasks.add(new Task(name + "-" + number, Unit.of(name + " task " + number, task)));
    }
    return new ConnectorStatus(Unit.of(name, json.path("connector")), List.copyOf(tasks));
  }

  /** Whether it has tasks and all of it runs. */
  boolean runs() {
    return !tasks.isEmpty() && units().allMatch(Unit::runs);
  }

  /** The complaint of the first part of it that has failed. */
  Optional<String> failure() {
    return units().filter(Unit::hasFailed).map(Unit::complaint).findFirst();
  }

  private Stream<Unit> units() {
    return Stream.concat(Stream.of(connector), tasks.stream().map(Task::unit));
  }
}
