package io.bellwether.standin;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/**
 * An append-only file of JSON lines that only its owner may read. A line counts once its newline is
 * written: what a killed process left after the last newline is cut off at the next opening.
 *
 * @param <T> what a line holds
 */
public final class Journal<T> implements AutoCloseable {
  /** Records are written by their components alone; an isX() on one is no property of it. */
  private static final ObjectMapper JSON =
      JsonMapper.builder().visibility(PropertyAccessor.IS_GETTER, Visibility.NONE).build();

  private final FileChannel file;
  private final Path path;
  private final List<T> found;

  private Journal(Path path, FileChannel file, List<T> found) {
    this.path = path;
    this.file = file;
    this.found = found;
  }

  /**
   * Opens or creates the file and reads what it holds.
   *
   * @throws IOException when it cannot be read, holds a broken line before its end, or is in use
   */
  public static <T> Journal<T> open(Path path, Class<T> type) throws IOException {
    ownersOnly(path);
    FileChannel file = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
    try {
      lock(file, path);
      byte[] bytes = Files.readAllBytes(path);
      int end = lastLineEnd(bytes);
      List<T> found = read(path, new String(bytes, 0, end, StandardCharsets.UTF_8), type);
      file.truncate(end);
      file.position(end);
      return new Journal<>(path, file, found);
    } catch (IOException | RuntimeException failed) {
      file.close();
      throw failed;
    }
  }

  /** Reads a file that somebody else may be writing, and leaves it alone. */
  public static <T> List<T> peek(Path path, Class<T> type) throws IOException {
    byte[] bytes = Files.readAllBytes(path);
    return read(path, new String(bytes, 0, lastLineEnd(bytes), StandardCharsets.UTF_8), type);
  }

  /** What stood in the file when it was opened. */
  public List<T> found() {
    return found;
  }

  /** Appends a line; when this returns, a kill of the process cannot lose it. */
  public void append(T line) {
    try {
      ByteBuffer bytes = StandardCharsets.UTF_8.encode(JSON.writeValueAsString(line) + "\n");
      while (bytes.hasRemaining()) {
        file.write(bytes);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException("cannot write " + path, failed);
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  private static void ownersOnly(Path path) throws IOException {
    boolean posix = path.getFileSystem().supportedFileAttributeViews().contains("posix");
    if (!Files.exists(path)) {
      Files.createFile(path);
    }
    if (posix) {
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
    }
  }

  private static void lock(FileChannel file, Path path) throws IOException {
    try {
      if (file.tryLock() != null) {
        return;
      }
    } catch (OverlappingFileLockException sameProcess) {
      throw new IOException("another stand-in of this process uses " + path, sameProcess);
    }
    throw new IOException("another process uses " + path + "; stop it or choose another folder");
  }

  private static int lastLineEnd(byte[] bytes) {
    int end = bytes.length;
    while (end > 0 && bytes[end - 1] != '\n') {
      end--;
    }
    return end;
  }

  private static <T> List<T> read(Path path, String text, Class<T> type) throws IOException {
    ObjectReader reader = JSON.readerFor(type);
    List<T> lines = new ArrayList<>();
    for (String line : text.lines().toList()) {
      try {
        lines.add(reader.readValue(line));
      } catch (IOException broken) {
        // The line itself may hold a token, so neither it nor Jackson's excerpt is repeated.
        throw new IOException(path + ": line " + (lines.size() + 1) + " is not readable");
      }
    }
    return lines;
  }
}
