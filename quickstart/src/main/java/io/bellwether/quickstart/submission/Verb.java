package io.bellwether.quickstart.submission;

import com.fasterxml.jackson.databind.JsonNode;
import io.bellwether.quickstart.stack.WorkerApi;
import java.util.Locale;
import java.util.Optional;

/** What can be done to a connector that is there. */
enum Verb {
  PAUSE("PUT", "/pause", "PAUSED", "Pauses connectors: their tasks stay, but read nothing new."),
  RESUME("PUT", "/resume", "RUNNING", "Lets paused or stopped connectors go on."),
  STOP(
      "PUT",
      "/stop",
      "STOPPED",
      "Stops connectors and ends their tasks. Positions stay and can then be changed: see offsets."),
  RESTART(
      "POST",
      "/restart?includeTasks=true&onlyFailed=false",
      "RUNNING",
      "Starts connectors and all their tasks anew, as after a failure."),
  DELETE(
      "DELETE",
      "",
      "",
      "Deletes connectors. Their positions stay under their names: one that is created again goes on"
          + " there. To forget them, stop it and reset its offsets first.");

  private final String method;
  private final String path;
  private final String state;
  private final String description;

  Verb(String method, String path, String state, String description) {
    this.method = method;
    this.path = path;
    this.state = state;
    this.description = description;
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  String description() {
    return description;
  }

  /**
   * Does it and waits for what it leads to.
   *
   * @return what has become of the connector, for a person
   */
  String on(String name, WorkerApi worker) throws InterruptedException {
    worker.call(method, WorkerApi.connector(name) + path, word() + " " + name);
    boolean isDone =
        worker.comesTrue(
            () -> Optional.of(hasHappened(worker.find(status(name)))).filter(done -> done));
    if (!isDone) {
      return name + ": " + word() + " is accepted, but not yet done; see 'bellwether status'";
    }
    return name + ": " + (this == DELETE ? "deleted" : state);
  }

  private static String status(String name) {
    return WorkerApi.connector(name) + "/status";
  }

  private boolean hasHappened(Optional<JsonNode> status) {
    if (this == DELETE) {
      return status.isEmpty();
    }
    return status.isPresent()
        && status.get().path("connector").path("state").asText().equals(state)
        && (this != STOP || status.get().path("tasks").isEmpty());
  }
}
