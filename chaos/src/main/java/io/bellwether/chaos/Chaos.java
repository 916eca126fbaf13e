package io.bellwether.chaos;

import io.bellwether.quickstart.process.LaunchException;
import java.util.logging.Level;
import java.util.logging.LogManager;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The long runs: what the plugins promise, held against a bad Slack and killed workers. */
@Command(
    name = "chaos",
    description =
        "Lets a local stand-in for a service misbehave by a seed, kills the Connect worker"
            + " with -9 while it works, and compares what came out with what was promised.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      SourceCommand.class,
      SinkCommand.class,
      TwoWorkersCommand.class,
      XCommand.class,
      TradesCommand.class
    })
public final class Chaos {
  private static final int BROKEN = 3;

  private Chaos() {}

  /** Ends the JVM with 0 if every promise was kept, with 1 if not, otherwise with more. */
  public static void main(String[] arguments) {
    // The stand-in's server greets by java.util.logging.
    LogManager.getLogManager().getLogger("").setLevel(Level.WARNING);
    System.exit(
        new CommandLine(new Chaos())
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setExecutionExceptionHandler(Chaos::explain)
            .execute(arguments));
  }

  private static int explain(
      Exception failure, CommandLine commands, CommandLine.ParseResult parsed) throws Exception {
    if (failure instanceof LaunchException) {
      commands.getErr().println("chaos: " + failure.getMessage());
      return BROKEN;
    }
    throw failure;
  }
}
