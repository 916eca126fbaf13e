package io.bellwether.quickstart.submission;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bellwether.quickstart.process.LaunchException;
import io.bellwether.quickstart.stack.WorkerApi;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bellwether offsets show|set|reset NAME}: the positions of a connector. */
@Command(
    name = "offsets",
    description = {
      "Shows, sets or resets the positions of a connector.",
      "To set or reset them the connector must be stopped ('bellwether stop NAME'); afterwards let it"
          + " go on by 'bellwether resume NAME'."
    },
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:done",
      "1:it could not be done; the message says why",
      "2:a mistake on the command line"
    },
    mixinStandardHelpOptions = true)
public final class OffsetsCommand {
  private static final int OK = 0;

  @Spec private CommandSpec spec;

  @Command(
      description = "Shows the positions as JSON that 'set' takes, one a line.",
      mixinStandardHelpOptions = true)
  int show(@Mixin WorkerOptions worker, @Parameters(paramLabel = "NAME") String name)
      throws InterruptedException {
    JsonNode offsets =
        worker
            .open()
            .find(path(name))
            .orElseThrow(() -> new LaunchException("The worker has no connector " + name + "."));
    StringBuilder text = new StringBuilder("{\"offsets\": [");
    String separator = "\n";
    for (JsonNode each : offsets.path("offsets")) {
      text.append(separator).append("  ").append(each);
      separator = ",\n";
    }
    return tell(text.append("\n]}").toString());
  }

  @Command(
      description = "Sets positions; those of partitions that the file does not name stay.",
      mixinStandardHelpOptions = true)
  int set(
      @Mixin WorkerOptions worker,
      @Parameters(paramLabel = "NAME") String name,
      @Parameters(paramLabel = "FILE", description = "JSON in the form that 'show' gives.")
          Path file)
      throws InterruptedException {
    return tell(message(stopped(worker, name, "PATCH", read(file))));
  }

  @Command(
      description = "Forgets all positions: the connector begins anew.",
      mixinStandardHelpOptions = true)
  int reset(@Mixin WorkerOptions worker, @Parameters(paramLabel = "NAME") String name)
      throws InterruptedException {
    return tell(message(stopped(worker, name, "DELETE", null)));
  }

  private static JsonNode stopped(WorkerOptions worker, String name, String method, JsonNode body)
      throws InterruptedException {
    try {
      String what = "change the offsets of " + name;
      WorkerApi api = worker.open();
      return body == null
          ? api.call(method, path(name), what)
          : api.call(method, path(name), body, what);
    } catch (LaunchException e) {
      if (e.getMessage().contains("STOPPED")) {
        throw new LaunchException(
            "%s must be stopped for that: run 'bellwether stop %s' first.".formatted(name, name),
            e);
      }
      throw e;
    }
  }

  private static String message(JsonNode answer) {
    return answer.path("message").asText("Done.");
  }

  private static JsonNode read(Path file) {
    try {
      JsonNode json = new ObjectMapper().readTree(Files.readString(file));
      if (json.path("offsets").isArray() && !json.path("offsets").isEmpty()) {
        return json;
      }
      throw new LaunchException(file + " has no 'offsets': use the form that 'show' gives.");
    } catch (JsonProcessingException e) {
      throw new LaunchException(file + " is no JSON: " + e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw new LaunchException("Cannot read " + file + ".", e);
    }
  }

  private static String path(String name) {
    return WorkerApi.connector(name) + "/offsets";
  }

  private int tell(String text) {
    spec.commandLine().getOut().println(text);
    spec.commandLine().getOut().flush();
    return OK;
  }
}
