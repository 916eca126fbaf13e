package io.bellwether.connect;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The archive that a connector module has packaged, as people install it. */
public final class PluginArchive {
  private final String folder;
  private final TreeMap<String, byte[]> files = new TreeMap<>();

  private PluginArchive(Path zip) throws IOException {
    this.folder = zip.getFileName().toString().replaceFirst("\\.zip$", "") + "/";
    try (ZipInputStream entries = new ZipInputStream(Files.newInputStream(zip))) {
      for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
        if (!entry.isDirectory()) {
          files.put(entry.getName(), entries.readAllBytes());
        }
      }
    }
  }

  /** The one archive in {@code target/components} of the module that runs its tests. */
  public static PluginArchive ofThisModule() {
    try (Stream<Path> zips = Files.list(Path.of("target", "components"))) {
      return new PluginArchive(
          zips.filter(file -> file.toString().endsWith(".zip")).findFirst().orElseThrow());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The files within the archive's one folder; with the whole path where one lies outside. */
  public List<String> files() {
    return files.keySet().stream().map(name -> name.replaceFirst("^" + folder, "")).toList();
  }

  /** A file as text. */
  public Optional<String> text(String name) {
    return Optional.ofNullable(files.get(folder + name)).map(bytes -> new String(bytes, UTF_8));
  }
}
