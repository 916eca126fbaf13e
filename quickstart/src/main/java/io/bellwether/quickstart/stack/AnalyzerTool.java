package io.bellwether.quickstart.stack;

import io.bellwether.quickstart.process.LaunchException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jline.utils.Signals;

/**
 * A tool of the analyzer's jar that runs to its end, with the libraries that the job has on Spark,
 * and with this program's terminal.
 *
 * @param heap the most memory it may use, such as {@code 512m}
 * @param jars further jars, with scorers of the user's own
 */
public record AnalyzerTool(Home home, String mainClass, String heap, List<Path> jars) {
  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();

  private static final String INTERRUPT = "INT";

  /** Runs it and returns its exit code. If this thread is interrupted, the tool ends as well. */
  public int run(List<String> arguments) throws InterruptedException {
    return awaitEnd(line(List.of(), arguments));
  }

  /** Runs one that starts a Spark of its own. */
  public int runOnSpark(List<String> arguments) throws InterruptedException {
    return awaitEnd(line(SparkOpens.ARGUMENTS, arguments));
  }

  /** Runs one on Spark that talks with a person: Ctrl-C is for the tool alone, which goes on. */
  public int converse(List<String> arguments) throws InterruptedException {
    // Not ignored: that would be inherited by the tool.
    Object before =
        Signals.register(
            INTERRUPT,
            () -> {
              // The tool hears it too, and knows what to do.
            });
    try {
      return runOnSpark(arguments);
    } finally {
      Signals.unregister(INTERRUPT, before);
    }
  }

  private int awaitEnd(List<String> line) throws InterruptedException {
    Process tool;
    try {
      tool = new ProcessBuilder(line).inheritIO().start();
    } catch (IOException e) {
      throw new LaunchException("Cannot start Java for " + mainClass + ": " + e, e);
    }
    try {
      return tool.waitFor();
    } finally {
      tool.destroy();
    }
  }

  List<String> line(List<String> jvm, List<String> arguments) {
    List<String> line = new ArrayList<>();
    line.add(JAVA);
    line.addAll(Jvm.arguments(home, heap));
    line.addAll(jvm);
    line.add("-cp");
    line.add(
        Stream.concat(
                Stream.of(home.lib("analyzer").resolve("*"), home.lib("spark").resolve("*")),
                jars.stream())
            .map(Path::toString)
            .collect(Collectors.joining(File.pathSeparator)));
    line.add(mainClass);
    line.addAll(arguments);
    return line;
  }
}
