package io.bellwether.quickstart.submission;

import com.fasterxml.jackson.databind.JsonNode;
import io.bellwether.quickstart.process.LaunchException;
import io.bellwether.quickstart.stack.WorkerApi;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a submission comes to on a worker.
 *
 * @param errors what is wrong with it, {@code key: message}; then nothing is submitted
 * @param isNew whether the worker does not have the connector yet
 * @param changes the keys that differ from what it has
 */
record Plan(Submission submission, List<String> errors, boolean isNew, List<Change> changes) {

  /** Has the worker check a submission and compares it with what is there. Changes nothing. */
  static Plan of(Submission submission, WorkerApi worker) throws InterruptedException {
    JsonNode validation = validation(submission, worker);
    Optional<JsonNode> current = worker.find(WorkerApi.connector(submission.name()) + "/config");
    Map<String, String> before = new TreeMap<>();
    current.ifPresent(
        config ->
            config
                .properties()
                .forEach(entry -> before.put(entry.getKey(), entry.getValue().asText())));
    SecretKeys secrets = new SecretKeys(validation);
    return new Plan(
        submission,
        WorkerApi.errors(validation),
        current.isEmpty(),
        Change.between(before, submission.config(), secrets::contains));
  }

  private static JsonNode validation(Submission submission, WorkerApi worker)
      throws InterruptedException {
    try {
      return worker.validation(
          submission.connectorClass(), submission.config(), submission.toString());
    } catch (LaunchException e) {
      if (e.getMessage().contains("Failed to find any class")) {
        throw new LaunchException(
            "The worker has no plugin %s for %s: unpack its archive into a folder of the worker's"
                    .formatted(submission.connectorClass(), submission)
                + " plugin.path, on every worker, and start the workers anew.",
            e);
      }
      throw e;
    }
  }

  boolean isInvalid() {
    return !errors.isEmpty();
  }

  boolean isNothing() {
    return !isNew && changes.isEmpty();
  }

  /** Creates or changes the connector. */
  void carryOut(WorkerApi worker) throws InterruptedException {
    if (isNew) {
      Map<String, Object> body = new LinkedHashMap<>();
      body.put("name", submission.name());
      body.put("config", submission.config());
      submission.initialState().ifPresent(state -> body.put("initial_state", state));
      worker.call("POST", "/connectors", body, "create " + submission);
    } else if (!changes.isEmpty()) {
      worker.call(
          "PUT",
          WorkerApi.connector(submission.name()) + "/config",
          submission.config(),
          "change " + submission);
    }
  }
}
