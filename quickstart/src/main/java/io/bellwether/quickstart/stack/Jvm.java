package io.bellwether.quickstart.stack;

import java.util.ArrayList;
import java.util.List;

/** Arguments for JVMs that share a small machine with three others. */
final class Jvm {
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
    return arguments;
  }
}
