package io.bellwether.chaos;

import io.bellwether.chaos.check.Verdict;
import io.bellwether.chaos.lab.Lab;
import io.bellwether.chaos.lab.Notes;
import io.bellwether.chaos.lab.Place;
import io.bellwether.standin.slack.script.Script;
import java.nio.file.Path;
import java.time.Duration;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What all runs have in common. */
final class RunOptions {
  private static final int KEPT = 0;
  private static final int VIOLATED = 1;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Decides what happens when (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--minutes",
      paramLabel = "N",
      defaultValue = "5",
      description =
          "How long the service misbehaves (default: ${DEFAULT-VALUE}); 0 times nothing and lets a share"
              + " of all calls go wrong instead.")
  private int minutes;

  @Option(
      names = "--state",
      paramLabel = "DIR",
      description = "Folder that holds all state, cleared at the begin (default: in target).")
  private Path state;

  /** What is to be run in a lab. */
  @FunctionalInterface
  interface Run<P extends Place> {
    Verdict in(Lab<P> lab, Notes notes) throws Exception;
  }

  long seed() {
    return seed;
  }

  /** What is said, for runs of the source. */
  Script script() {
    return Script.standard(seed);
  }

  Duration length() {
    return Duration.ofMinutes(minutes);
  }

  /** Opens a lab, runs, and prints the verdict; 0 when everything was kept. */
  <P extends Place> int execute(String title, P place, Run<P> run) throws Exception {
    Notes notes = new Notes(command.commandLine().getOut());
    notes.note("%s, seed %d, %d minutes", title, seed, minutes);
    try (Lab<P> lab = Lab.open(folder(), notes, place)) {
      // Ctrl-C reaches this JVM only. Nothing is left to stop when the run has ended by itself.
      Runtime.getRuntime().addShutdownHook(new Thread(lab::abandon, "abandon"));
      Verdict verdict = run.in(lab, notes);
      notes.note("%s, seed %d, %d minutes: over", title, seed, minutes);
      notes.show(verdict.toString());
      return verdict.isKept() ? KEPT : VIOLATED;
    }
  }

  private Path folder() {
    Path folder = state == null ? Path.of(System.getProperty("bellwether.chaos", "state")) : state;
    return folder.toAbsolutePath().normalize();
  }
}
