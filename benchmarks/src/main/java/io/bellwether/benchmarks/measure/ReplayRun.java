package io.bellwether.benchmarks.measure;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.bellwether.benchmarks.stack.BenchStack;
import io.bellwether.quickstart.process.Child;
import io.bellwether.quickstart.process.LaunchException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * {@code bellwether replay} of one file, as fast as possible.
 *
 * @param rate from the start of its JVM to its end
 * @param peakMegabytes the most memory it held; 0 where the system does not tell
 */
public record ReplayRun(Rate rate, @JsonProperty("peak_resident_mb") long peakMegabytes) {
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final double NANOS_PER_SECOND = 1e9;
  private static final long KILOBYTES_PER_MEGABYTE = 1024;

  /** As the start script starts it. */
  private static final List<String> JVM =
      List.of("-Xmx256m", "-Xss512k", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

  static ReplayRun of(BenchStack stack, Path file, String topic, int rows)
      throws InterruptedException {
    long begin = System.nanoTime();
    long[] peak = {0};
    try (Child replay =
        stack.startJava(
            "replay-" + topic,
            JVM,
            stack.home().lib("quickstart"),
            "io.bellwether.quickstart.Bellwether",
            List.of(
                "replay",
                file.toString(),
                "--topic",
                topic,
                "--time-column",
                "said_at",
                "--key-column",
                "event_id",
                "--bootstrap",
                stack.bootstrap(),
                "--state",
                stack.state().path("replay").toString()))) {
      int exit =
          stack
              .watch()
              .until(
                  "the replay to end",
                  PATIENCE,
                  () -> {
                    peak[0] = Math.max(peak[0], resident(replay.pid()));
                    return replay.isAlive() ? Optional.empty() : Optional.of(replay.exitCode());
                  });
      if (exit != 0) {
        throw new LaunchException(
            "The replay has failed:\n  " + String.join("\n  ", replay.log().last(10)));
      }
    }
    double seconds = (System.nanoTime() - begin) / NANOS_PER_SECOND;
    return new ReplayRun(Rate.of("replay", rows, seconds), peak[0]);
  }

  private static long resident(long pid) {
    try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
      return lines
          .filter(line -> line.startsWith("VmHWM:"))
          .map(line -> line.replaceAll("\\D", ""))
          .mapToLong(kilobytes -> Long.parseLong(kilobytes) / KILOBYTES_PER_MEGABYTE)
          .findFirst()
          .orElse(0);
    } catch (IOException | java.io.UncheckedIOException e) {
      // No such system, or it has just ended.
      return 0;
    }
  }
}
