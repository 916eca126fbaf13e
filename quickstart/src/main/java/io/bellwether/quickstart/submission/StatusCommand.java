package io.bellwether.quickstart.submission;

import com.fasterxml.jackson.databind.JsonNode;
import io.bellwether.quickstart.process.LaunchException;
import io.bellwether.quickstart.stack.WorkerApi;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bellwether status}: how the connectors of a worker are. */
@Command(
    name = "status",
    description =
        "Shows connectors and tasks, why one has failed, and how many positions are stored.",
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:nothing has failed",
      "1:the worker does not answer, or has no such connector",
      "2:a mistake on the command line",
      "3:a connector or a task has failed"
    },
    mixinStandardHelpOptions = true)
public final class StatusCommand implements Callable<Integer> {
  private static final int OK = 0;
  private static final int SICK = 3;

  @Mixin private WorkerOptions worker;
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "NAME", arity = "0..*", description = "Connectors (default: all).")
  private List<String> names = List.of();

  private boolean isSick;

  @Override
  public Integer call() throws InterruptedException {
    WorkerApi api = worker.open();
    PrintWriter out = spec.commandLine().getOut();
    for (String name : names.isEmpty() ? all(api) : names) {
      JsonNode status =
          api.find(WorkerApi.connector(name) + "/status")
              .orElseThrow(() -> new LaunchException("The worker has no connector " + name + "."));
      show(out, name, status);
      out.println("  " + positions(api.find(WorkerApi.connector(name) + "/offsets")));
    }
    out.flush();
    return isSick ? SICK : OK;
  }

  private Set<String> all(WorkerApi api) throws InterruptedException {
    Set<String> all = new TreeSet<>();
    api.call("GET", "/connectors", "list its connectors").forEach(name -> all.add(name.asText()));
    if (all.isEmpty()) {
      spec.commandLine().getOut().println("The worker has no connectors.");
    }
    return all;
  }

  private void show(PrintWriter out, String name, JsonNode status) {
    line(out, name + " (" + status.path("type").asText() + ")", status.path("connector"));
    for (JsonNode task : status.path("tasks")) {
      line(out, "  task " + task.path("id").asText(), task);
    }
  }

  private void line(PrintWriter out, String what, JsonNode unit) {
    String state = unit.path("state").asText();
    out.println(what + ": " + state + " on " + unit.path("worker_id").asText());
    String trace = unit.path("trace").asText("");
    if (!trace.isBlank()) {
      out.println("    " + trace.lines().findFirst().orElse(""));
    }
    isSick |= state.equals("FAILED");
  }

  private static String positions(Optional<JsonNode> offsets) {
    int count = offsets.map(each -> each.path("offsets").size()).orElse(0);
    return "positions: " + (count == 0 ? "none" : count) + " stored";
  }
}
