package io.bellwether.chaos;

import picocli.CommandLine.Option;

/** For runs in which one worker dies while it works. */
final class KillOptions {
  @Option(
      names = "--kills",
      paramLabel = "N",
      defaultValue = "5",
      description = "How often the worker is killed (default: ${DEFAULT-VALUE}).")
  private int kills;

  int kills() {
    return kills;
  }
}
