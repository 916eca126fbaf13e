package io.bellwether.bundle;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * An archive as it lies there to be downloaded.
 *
 * @param zip the file
 * @param files what is in it, folders left out, in the archive's order
 */
record Archive(Path zip, Map<String, byte[]> files) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path REPOSITORY = Path.of(System.getProperty("bellwether.repository"));
  static final String VERSION = System.getProperty("bellwether.version");

  /** Every connector's archive: a new connector needs no change here. */
  static List<Archive> ofConnectors() {
    try (Stream<Path> modules = Files.list(REPOSITORY)) {
      return modules
          .filter(module -> Files.exists(module.resolve("src/main/plugin/manifest.json")))
          .sorted()
          .map(module -> module.resolve("target/components"))
          .map(Archive::onlyOne)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The archive with all plugins. */
  static Archive bundle() {
    return onlyOne(REPOSITORY.resolve("bundle/target/components"));
  }

  private static Archive onlyOne(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> zips =
          files.filter(file -> file.toString().endsWith("-" + VERSION + ".zip")).toList();
      if (zips.size() != 1) {
        throw new AssertionError(folder + " should hold one archive, but holds " + zips);
      }
      return open(zips.get(0));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Archive open(Path path) throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    try (ZipFile zip = new ZipFile(path.toFile())) {
      Enumeration<? extends ZipEntry> entries = zip.entries();
      while (entries.hasMoreElements()) {
        ZipEntry entry = entries.nextElement();
        if (!entry.isDirectory()) {
          try (InputStream in = zip.getInputStream(entry)) {
            files.put(entry.getName(), in.readAllBytes());
          }
        }
      }
    }
    return new Archive(path, files);
  }

  /** Its name without the ending, which is that of a connector archive's one folder too. */
  String name() {
    return zip.getFileName().toString().replaceFirst("\\.zip$", "");
  }

  /** A file that lies beside it under its name. */
  Path beside(String ending) {
    return zip.resolveSibling(name() + ending);
  }

  /** Paths within its one folder; whole where something lies outside. */
  List<String> paths() {
    return files.keySet().stream().map(path -> path.replaceFirst("^" + name() + "/", "")).toList();
  }

  byte[] bytes(String path) {
    byte[] bytes = files.get(name() + "/" + path);
    if (bytes == null) {
      throw new AssertionError(zip + " lacks " + path);
    }
    return bytes;
  }

  String text(String path) {
    return new String(bytes(path), UTF_8);
  }

  JsonNode json(String path) {
    try {
      return JSON.readTree(bytes(path));
    } catch (IOException e) {
      throw new UncheckedIOException(path, e);
    }
  }

  /** The names of the jars in {@code lib}. */
  List<String> jars() {
    return paths().stream()
        .filter(path -> path.startsWith("lib/"))
        .map(path -> path.substring("lib/".length()))
        .sorted()
        .toList();
  }

  /** Does as {@code unzip} does. */
  void unpackInto(Path folder) {
    try {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        Path path = folder.resolve(file.getKey());
        Files.createDirectories(path.getParent());
        Files.write(path, file.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return name();
  }
}
