package io.bellwether.analyzer;

import io.bellwether.analyzer.config.AnalyzerConfig;
import io.bellwether.analyzer.config.FaultyConfigException;
import io.bellwether.analyzer.config.JobFile;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/**
 * The application: {@code Analyzer <job.json> [key=value ...]}. It runs until it is stopped; with
 * {@code trigger=available-now} until it has read what there is.
 *
 * <p>Exit codes: 0 at its end, 1 if the query failed, 2 if the configuration is at fault (the
 * faults are on stderr, one a line).
 */
public final class Analyzer {
  private static final int FAILED = 1;
  private static final int FAULTY = 2;

  private Analyzer() {}

  public static void main(String[] args) {
    int code = run(List.of(args), System.out, System.err);
    if (code != 0) {
      System.exit(code);
    }
  }

  static int run(List<String> args, PrintStream out, PrintStream err) {
    try {
      if (args.isEmpty()) {
        throw new FaultyConfigException(
            List.of("Pass the job's JSON file: Analyzer <job.json> [key=value ...]."));
      }
      JobFile file = JobFile.read(Path.of(args.get(0)), args.subList(1, args.size()));
      AnalyzerConfig config = Jobs.check(file);
      RunningJob.run(config, out);
      return 0;
    } catch (FaultyConfigException e) {
      e.faults().forEach(err::println);
      return FAULTY;
    } catch (JobFailedException e) {
      err.println(e.getMessage());
      return FAILED;
    }
  }
}
