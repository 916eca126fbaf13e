package io.bellwether.quickstart;

import io.bellwether.quickstart.process.LaunchException;
import io.bellwether.quickstart.stack.AnalyzerTool;
import io.bellwether.quickstart.stack.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bellwether explore}: Spark SQL over the topics. */
@Command(
    name = "explore",
    description = {
      "Answers Spark SQL over the topics as tables: feedback, trades, trips, alerts, whichever there"
          + " are, each with typed columns.",
      "Without -e it asks for statements, with history and completion; help tells the rest."
    },
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:at the end",
      "1:the query failed, or no broker answered",
      "2:a mistake on the command line",
      "130:the query was cancelled by Ctrl-C"
    },
    mixinStandardHelpOptions = true)
final class ExploreCommand implements Callable<Integer> {
  private static final String TOOL = "io.bellwether.analyzer.explore.Explore";
  private static final String HISTORY = "explore-history";

  @Mixin private StateOption state;
  @Spec private CommandSpec spec;

  @Option(
      names = {"-e", "--execute"},
      paramLabel = "SQL",
      description = "Answer this query and end.")
  private String query;

  @Option(
      names = "--format",
      defaultValue = "table",
      paramLabel = "FORMAT",
      description = "table (default) for people, json for programs: an object a line, all rows.")
  private String format;

  @Option(
      names = "--rows",
      defaultValue = "100",
      paramLabel = "N",
      description = "How many rows of a table are shown (100).")
  private int rows;

  @Option(
      names = "--bootstrap",
      paramLabel = "HOST:PORT",
      description = "Brokers (default: the running demo's).")
  private String bootstrap;

  @Option(
      names = "--kafka",
      paramLabel = "FILE",
      description = "A properties file with settings of Kafka's clients, such as a login.")
  private Path kafka;

  @Override
  public Integer call() throws InterruptedException {
    String brokers = bootstrap == null ? RunFile.read(state.folder()).bootstrap() : bootstrap;
    List<String> arguments = new ArrayList<>();
    arguments.add("bootstrap=" + brokers);
    arguments.add("format=" + format);
    arguments.add("rows=" + rows);
    if (kafka != null) {
      arguments.add("kafka=" + kafka.toAbsolutePath());
    }
    if (query != null) {
      arguments.add("query=" + query);
    } else {
      arguments.add("history=" + history());
      // On a terminal ten seconds without a word are long.
      spec.commandLine().getErr().println("Starting Spark over the topics at " + brokers + " ...");
    }
    AnalyzerTool tool = new AnalyzerTool(Home.ofThisProgram(), TOOL, "1g", List.of());
    return query == null ? tool.converse(arguments) : tool.runOnSpark(arguments);
  }

  private Path history() {
    try {
      return Files.createDirectories(state.folder()).resolve(HISTORY);
    } catch (IOException e) {
      throw new LaunchException("Cannot make the folder " + state.folder(), e);
    }
  }
}
