package io.bellwether.quickstart.replay;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.bellwether.quickstart.process.LaunchException;
import io.bellwether.quickstart.process.StateFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.UUID;

/** Remembers in the state folder how far the replay of these files into this topic has come. */
public final class ProgressFile {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path path;
  private final List<Path> files;
  private final String topic;

  /**
   * What is written, for a person to read too.
   *
   * @param file index of the file in {@code files}
   * @param line on which the last acknowledged row begins
   * @param size of the file it stands in, in bytes, when it was written
   */
  private record Content(String topic, List<String> files, int file, long line, long size) {}

  /**
   * Of one replay; reads and writes nothing yet.
   *
   * @param cluster tells brokers apart
   */
  public ProgressFile(Path stateFolder, List<Path> files, String topic, String cluster) {
    this.files = files.stream().map(file -> file.toAbsolutePath().normalize()).toList();
    this.topic = topic;
    String identity = cluster + "\n" + topic + "\n" + this.files;
    UUID hash = UUID.nameUUIDFromBytes(identity.getBytes(StandardCharsets.UTF_8));
    this.path = stateFolder.resolve("replay").resolve(hash + ".json");
    StateFolder.prepare(stateFolder);
  }

  /**
   * Where a run goes on; the start where none has been.
   *
   * @throws LaunchException if the file it stopped in is another one by now
   */
  public Position read() {
    if (!Files.exists(path)) {
      return Position.START;
    }
    try {
      Content content = JSON.readValue(path.toFile(), Content.class);
      if (Files.size(files.get(content.file)) < content.size) {
        throw new LaunchException(
            files.get(content.file)
                + " has become shorter since line "
                + content.line
                + " of it was sent. --from-start sends everything again.");
      }
      return new Position(content.file, content.line);
    } catch (IOException e) {
      throw new LaunchException(
          "Cannot read " + path + ": " + e.getMessage() + ". --from-start ignores it.", e);
    }
  }

  /** Whole or not at all. */
  public void write(Position position) {
    try {
      Path folder = Files.createDirectories(path.getParent());
      Content content =
          new Content(
              topic,
              files.stream().map(Path::toString).toList(),
              position.file(),
              position.line(),
              Files.size(files.get(position.file())));
      Path temporary = Files.createTempFile(folder, "progress", ".tmp");
      Files.write(temporary, JSON.writeValueAsBytes(content));
      Files.move(
          temporary, path, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + path, e);
    }
  }
}
