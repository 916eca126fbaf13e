package io.bellwether.quickstart.submission;

import io.bellwether.quickstart.process.LaunchException;
import io.bellwether.quickstart.stack.WorkerApi;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bellwether apply FILE...}: connectors as their files want them. */
@Command(
    name = "apply",
    description = {
      "Creates or changes connectors so that they are as their files say, and shows what differs.",
      "All files are checked by the worker first: when one is wrong, nothing is changed. What is"
          + " equal already is left alone, so that it can be run again and again. Secrets are never"
          + " shown. Files of the analyzer are passed over."
    },
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:all connectors are as the files say",
      "1:it could not be done; when a file or a configuration is wrong, nothing was changed",
      "2:a mistake on the command line",
      "3:with --dry-run, something differs"
    },
    mixinStandardHelpOptions = true)
public final class ApplyCommand implements Callable<Integer> {
  private static final int OK = 0;
  private static final int FAILED = 1;
  private static final int DIFFERENT = 3;

  @Mixin private WorkerOptions worker;
  @Spec private CommandSpec spec;

  @Option(names = "--dry-run", description = "Check and show what would change, change nothing.")
  private boolean isTrial;

  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description = "JSON of a connector: {\"name\", \"config\"}, or the plain map of its keys.")
  private List<Path> files;

  @Override
  public Integer call() throws InterruptedException {
    List<Submission> submissions = read();
    WorkerApi api = worker.open();
    List<Plan> plans = new ArrayList<>();
    for (Submission each : submissions) {
      plans.add(Plan.of(each, api));
    }
    if (plans.stream().anyMatch(Plan::isInvalid)) {
      plans.stream().filter(Plan::isInvalid).forEach(this::complain);
      spec.commandLine().getErr().println("Nothing was changed.");
      return FAILED;
    }
    for (Plan plan : plans) {
      if (!isTrial) {
        plan.carryOut(api);
      }
      tell(plan);
    }
    return isTrial && !plans.stream().allMatch(Plan::isNothing) ? DIFFERENT : OK;
  }

  private List<Submission> read() {
    List<Submission> submissions = new ArrayList<>();
    List<String> wrong = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (Path file : files) {
      try {
        Optional<Submission> read = SubmissionFile.read(file);
        read.ifPresentOrElse(
            submissions::add,
            () ->
                spec.commandLine()
                    .getOut()
                    .println(file + " is for the analyzer, which Spark runs: passed over."));
        if (read.isPresent() && !names.add(read.get().name())) {
          wrong.add(file + ": another file has a connector " + read.get().name() + " too.");
        }
      } catch (LaunchException e) {
        wrong.add(e.getMessage());
      }
    }
    if (!wrong.isEmpty()) {
      throw new LaunchException(String.join("\n  ", wrong) + "\nNothing was changed.");
    }
    return submissions;
  }

  private void complain(Plan plan) {
    PrintWriter err = spec.commandLine().getErr();
    err.println(plan.submission() + " is wrong:");
    plan.errors().forEach(error -> err.println("  " + error));
  }

  private void tell(Plan plan) {
    PrintWriter out = spec.commandLine().getOut();
    String verb =
        plan.isNew()
            ? (isTrial ? "would be created" : "created")
            : isTrial ? "would be changed" : "changed";
    out.println(plan.submission() + ": " + (plan.isNothing() ? "nothing to do" : verb));
    plan.changes().forEach(change -> out.println("  " + change));
    plan.submission()
        .initialState()
        .ifPresent(
            state ->
                out.println(
                    plan.isNew()
                        ? "  as " + state
                        : "  initial_state is only for a connector that is new: left as it is"));
    out.flush();
  }
}
