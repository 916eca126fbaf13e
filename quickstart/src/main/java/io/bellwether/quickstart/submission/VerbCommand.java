package io.bellwether.quickstart.submission;

import io.bellwether.quickstart.stack.WorkerApi;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bellwether pause NAME...} and its like. */
@Command(
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:done",
      "1:it could not be done; the message says why",
      "2:a mistake on the command line"
    },
    mixinStandardHelpOptions = true)
public final class VerbCommand implements Callable<Integer> {
  private static final int OK = 0;

  private final Verb verb;

  @Mixin private WorkerOptions worker;
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "NAME", arity = "1..*", description = "Names of connectors.")
  private List<String> names;

  private VerbCommand(Verb verb) {
    this.verb = verb;
  }

  /** Adds a command for each verb. */
  public static void addTo(CommandLine commands) {
    for (Verb verb : Verb.values()) {
      CommandLine command = new CommandLine(new VerbCommand(verb));
      command.getCommandSpec().usageMessage().description(verb.description());
      commands.addSubcommand(verb.word(), command);
    }
  }

  @Override
  public Integer call() throws InterruptedException {
    WorkerApi api = worker.open();
    for (String name : names) {
      spec.commandLine().getOut().println(verb.on(name, api));
    }
    return OK;
  }
}
