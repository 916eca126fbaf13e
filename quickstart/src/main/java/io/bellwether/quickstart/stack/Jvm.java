package io.bellwether.quickstart.stack;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** Arguments for JVMs that share a small machine with three others. */
final class Jvm {
  /** An environment variable with more arguments, blanks between them; the last one wins. */
  private static final String MORE = "BELLWETHER_JAVA_OPTS";

  private Jvm() {}

  /**
   * The arguments of one part.
   *
   * @param heap the most it may use, such as {@code 256m}
   */
  static List<String> arguments(Home home, String heap) {
    List<String> arguments = new ArrayList<>();
    arguments.add("-Xmx" + heap);
    // One collector thread in place of several: less memory, and the heaps are small.
    arguments.add("-XX:+UseSerialGC");
    arguments.add("-XX:+ExitOnOutOfMemoryError");
    arguments.add("-Djava.awt.headless=true");
    arguments.add("-Dlog4j2.configurationFile=" + home.config("log4j2.properties"));
    Arrays.stream(Objects.requireNonNullElse(System.getenv(MORE), "").split(" "))
        .filter(each -> !each.isBlank())
        .forEach(arguments::add);
    return arguments;
  }
}
