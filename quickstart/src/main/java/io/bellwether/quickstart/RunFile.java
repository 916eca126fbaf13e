package io.bellwether.quickstart;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bellwether.quickstart.process.LaunchException;
import io.bellwether.quickstart.process.StateFolder;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How another command finds the running demo. It stands in the state folder, readable by its owner
 * alone, while the demo is ready.
 *
 * @param pid the launcher's process
 * @param page the console page
 * @param slackApi base address of the Slack stand-in's Web API
 * @param token by which {@code say} posts
 * @param appToken by which it opens its socket
 * @param bootstrap the broker's address, {@code host:port}
 */
record RunFile(long pid, URI page, URI slackApi, String token, String appToken, String bootstrap) {
  private static final String NAME = "run.json";
  private static final ObjectMapper JSON = new ObjectMapper();

  void write(StateFolder state) {
    try {
      state.writePrivately(NAME, JSON.writeValueAsString(this));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A run file can always be written as JSON", e);
    }
  }

  static void remove(StateFolder state) {
    try {
      Files.deleteIfExists(state.path(NAME));
    } catch (IOException e) {
      throw new LaunchException("Cannot remove " + state.path(NAME), e);
    }
  }

  /**
   * That of the demo that runs on a state folder.
   *
   * @throws LaunchException if none does
   */
  static RunFile read(Path folder) {
    Path file = folder.resolve(NAME);
    if (Files.exists(file)) {
      try {
        RunFile run = JSON.readValue(file.toFile(), RunFile.class);
        if (ProcessHandle.of(run.pid).isPresent()) {
          return run;
        }
      } catch (IOException e) {
        throw new LaunchException("Cannot read " + file + ": " + e.getMessage(), e);
      }
    }
    throw new LaunchException(
        "No demo is ready on "
            + folder
            + ". Start one with './bellwether demo', or name its folder: --state DIR");
  }

  /** Without the tokens. */
  @Override
  public String toString() {
    return "RunFile[" + pid + ", " + page + ", " + slackApi + ", " + bootstrap + "]";
  }
}
