package io.bellwether.quickstart;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The option that names the state folder. */
final class StateOption {
  @Option(
      names = "--state",
      paramLabel = "DIR",
      description = "Folder that holds all state (default: 'state' beside the script).")
  private Path folder;

  Path folder() {
    return (folder == null ? Path.of(System.getProperty("bellwether.state", "state")) : folder)
        .toAbsolutePath()
        .normalize();
  }
}
