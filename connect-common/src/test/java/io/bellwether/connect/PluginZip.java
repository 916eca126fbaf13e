package io.bellwether.connect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

/** What is promised of the archive that people unpack into a worker's {@code plugin.path}. */
public final class PluginZip {
  private static final List<String> BROUGHT_BY_THE_WORKER =
      List.of("kafka-clients", "connect-api", "connect-runtime", "slf4j", "logback", "log4j");

  private PluginZip() {}

  /**
   * Fails when the archive lacks something, or has what belongs to the worker or to tests.
   *
   * @param zip in the module's {@code target/components}
   * @param module whose jar holds the connector
   * @param service the interface of the connector
   * @param connector its class
   */
  public static void holds(Path zip, String module, Class<?> service, Class<?> connector) {
    try (ZipFile archive = new ZipFile(zip.toFile())) {
      String root = archive.entries().nextElement().getName().split("/")[0];
      TreeSet<String> names = new TreeSet<>();
      archive.stream().map(ZipEntry::getName).forEach(names::add);
      assertThat(names).allMatch(name -> name.startsWith(root + "/"));
      assertThat(names).contains(root + "/manifest.json", root + "/doc/LICENSE");
      assertThat(new String(read(archive, root + "/manifest.json"), UTF_8))
          .doesNotContain("${")
          .contains("\"component_types\": [\"source\"]");
      List<String> jars = names.stream().filter(name -> name.endsWith(".jar")).toList();
      assertThat(jars).allMatch(name -> name.startsWith(root + "/lib/"));
      assertThat(jars)
          .noneMatch(jar -> BROUGHT_BY_THE_WORKER.stream().anyMatch(jar::contains))
          .noneMatch(jar -> jar.contains("junit") || jar.contains("stand-ins"));
      String ours = jars.stream().filter(jar -> jar.contains("/" + module + "-")).findFirst().get();
      Map<String, byte[]> classes = entries(read(archive, ours));
      assertThat(new String(classes.get("META-INF/services/" + service.getName()), UTF_8).strip())
          .isEqualTo(connector.getName());
      assertThat(classes).containsKey(connector.getName().replace('.', '/') + ".class");
      assertThat(new String(classes.get("META-INF/MANIFEST.MF"), UTF_8))
          .contains("Implementation-Version");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] read(ZipFile archive, String name) throws IOException {
    try (var entry = archive.getInputStream(archive.getEntry(name))) {
      return entry.readAllBytes();
    }
  }

  private static Map<String, byte[]> entries(byte[] jar) throws IOException {
    Map<String, byte[]> entries = new HashMap<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(jar))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        entries.put(entry.getName(), in.readAllBytes());
      }
    }
    return entries;
  }
}
