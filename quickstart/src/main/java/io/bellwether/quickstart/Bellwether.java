package io.bellwether.quickstart;

import io.bellwether.quickstart.process.LaunchException;
import io.bellwether.quickstart.submission.ApplyCommand;
import io.bellwether.quickstart.submission.OffsetsCommand;
import io.bellwether.quickstart.submission.StatusCommand;
import io.bellwether.quickstart.submission.VerbCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The commands that the script {@code bellwether} runs. */
@Command(
    name = "bellwether",
    description = "What people say, turned into Slack alerts within seconds.",
    mixinStandardHelpOptions = true,
    versionProvider = Bellwether.Version.class,
    synopsisSubcommandLabel = "COMMAND",
    footer = "In a clone of the sources, 'bellwether bench' measures all of it (bench --help).",
    subcommands = {
      DemoCommand.class,
      SayCommand.class,
      FeedCommand.class,
      ReplayCommand.class,
      ExploreCommand.class,
      EvaluateCommand.class,
      TrainCommand.class,
      TrainTradesCommand.class,
      ApplyCommand.class,
      StatusCommand.class,
      OffsetsCommand.class
    })
public final class Bellwether {
  private static final int FAILED = 1;

  private Bellwether() {}

  /** Runs a command and ends the JVM with its exit code. */
  public static void main(String[] arguments) {
    System.exit(commands().execute(arguments));
  }

  /** All of them, for tests too. */
  public static CommandLine commands() {
    CommandLine commands = new CommandLine(new Bellwether());
    VerbCommand.addTo(commands);
    return commands
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(Bellwether::explain);
  }

  /** What a person can act on is shown as a sentence; what is our own fault with its trace. */
  private static int explain(
      Exception failure, CommandLine commands, CommandLine.ParseResult parsed) throws Exception {
    if (failure instanceof LaunchException) {
      commands.getErr().println("bellwether: " + failure.getMessage());
      return FAILED;
    }
    throw failure;
  }

  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Bellwether.class.getPackage().getImplementationVersion();
      return new String[] {"bellwether " + (version == null ? "(unpackaged)" : version)};
    }
  }
}
