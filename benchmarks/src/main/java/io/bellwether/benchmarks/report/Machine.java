package io.bellwether.benchmarks.report;

import com.sun.management.OperatingSystemMXBean;
import io.bellwether.quickstart.stack.Home;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.utils.AppInfoParser;

/**
 * Where and when something was measured, and who else used the machine meanwhile.
 *
 * @param loadBefore the system's load average before anything was started
 * @param othersBefore share of the processor time that was used before anything was started
 * @param othersDuring share of it that others used during the measurement; both 0 to 1, or -1 where
 *     the system does not tell
 */
public record Machine(
    String date,
    int cores,
    long memoryMegabytes,
    String system,
    String java,
    String kafka,
    String spark,
    double loadBefore,
    double loadAfter,
    double othersBefore,
    double othersDuring) {
  private static final Pattern SPARK_JAR = Pattern.compile("spark-core_[\\d.]+-(.+)\\.jar");
  private static final long MEGABYTE = 1 << 20;

  /** Above this share others disturb what is measured. */
  private static final double BUSY = 0.1;

  /** Whether the figures are worth keeping. */
  public boolean isQuiet() {
    return othersBefore >= 0 && othersBefore < BUSY && othersDuring < BUSY;
  }

  /** Watches the machine from before a measurement to its end. */
  public static final class Observer {
    private static final Duration LOOK = Duration.ofSeconds(2);

    private final Instant date = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private final double loadBefore = load();
    private final Optional<Cpu> first = Cpu.now();
    private final Optional<Cpu> begin;

    /** Looks for two seconds what others do. */
    public Observer() {
      long end = System.nanoTime() + LOOK.toNanos();
      for (long left = LOOK.toNanos(); left > 0; left = end - System.nanoTime()) {
        LockSupport.parkNanos(left);
      }
      begin = Cpu.now();
    }

    /** What it has seen; to be asked when everything that was started has ended. */
    public Machine seen(Home home) {
      OperatingSystemMXBean system =
          (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
      return new Machine(
          date.toString(),
          system.getAvailableProcessors(),
          system.getTotalMemorySize() / MEGABYTE,
          system.getName() + " " + system.getVersion() + " " + system.getArch(),
          System.getProperty("java.vm.name") + " " + Runtime.version(),
          AppInfoParser.getVersion(),
          spark(home),
          loadBefore,
          load(),
          others(first, begin),
          others(begin, Cpu.now()));
    }

    private static double load() {
      return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    private static double others(Optional<Cpu> from, Optional<Cpu> to) {
      return from.isPresent() && to.isPresent() ? to.get().othersSince(from.get()) : -1;
    }

    private static String spark(Home home) {
      return home.jars("spark").stream()
          .map(jar -> SPARK_JAR.matcher(jar.getFileName().toString()))
          .filter(Matcher::matches)
          .map(jar -> jar.group(1))
          .findFirst()
          .orElse("unknown");
    }
  }
}
