package io.bellwether.bundle;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What people download is whole, is what it says, and is the same whoever builds it. */
class ArchivesIT {
  /** The beginnings of the names of jars that a worker brings, or that choose its logging. */
  private static final String WORKERS_OWN =
      "(kafka|connect-(api|runtime|json|transforms|file|mirror|basic-auth)|slf4j|log4j|reload4j|logback"
          + "|commons-logging|jul-to|jcl-over).*";

  private static final String NOT_TO_BE_SHIPPED =
      "(junit|assertj|stand-ins|quickstart|simpleslack).*";

  @TempDir Path folder;

  static List<Archive> plugins() {
    return Archive.ofConnectors();
  }

  static Stream<Archive> all() {
    return Stream.concat(plugins().stream(), Stream.of(Archive.bundle()));
  }

  @ParameterizedTest
  @MethodSource("plugins")
  void aPluginHasTheLayoutOfConfluentHub(Archive archive) {
    String plugin = archive.json("manifest.json").path("name").asText();
    assertThat(archive.name()).isEqualTo("bellwether-" + plugin + "-" + Archive.VERSION);
    assertThat(archive.files().keySet()).allMatch(path -> path.startsWith(archive.name() + "/"));
    assertThat(archive.paths())
        .contains(
            "manifest.json",
            "doc/README.md",
            "doc/LICENSE",
            "doc/THIRD-PARTY.md",
            "doc/sbom.cdx.json",
            "doc/contracts.md",
            "doc/configuration/" + plugin + ".md",
            "etc/" + plugin + ".json")
        .allMatch(path -> path.matches("manifest.json|(lib|etc|doc|assets)/.+"));
  }

  @ParameterizedTest
  @MethodSource("plugins")
  void theManifestTellsAllThatTheSpecificationAsksFor(Archive archive) {
    JsonNode manifest = archive.json("manifest.json");
    assertThat(archive.text("manifest.json")).doesNotContain("${");
    for (String key : List.of("title", "description")) {
      assertThat(manifest.path(key).asText()).as(key).isNotBlank();
    }
    assertThat(manifest.path("version").asText()).isEqualTo(Archive.VERSION);
    assertThat(manifest.path("owner").path("username").asText()).matches("[a-z0-9_]{2,255}");
    assertThat(manifest.path("owner").path("name").asText()).isNotBlank();
    for (JsonNode logo : List.of(manifest, manifest.path("owner"), manifest.path("support"))) {
      assertThat(archive.paths()).contains(logo.path("logo").asText("no logo"));
    }
    assertThat(manifest.path("license").path(0).path("name").asText()).contains("Apache");
    assertThat(manifest.path("requirements")).hasSizeGreaterThanOrEqualTo(2);
    assertThat(manifest.path("tags")).isNotEmpty();
    assertThat(manifest.path("release_date").asText())
        .isEqualTo(System.getProperty("bellwether.timestamp").substring(0, 10));
    JsonNode features = manifest.path("features");
    assertThat(features.path("supported_encodings")).isNotEmpty();
    for (String feature :
        List.of(
            "single_message_transforms",
            "confluent_control_center_integration",
            "kafka_connect_api")) {
      assertThat(features.path(feature).isBoolean()).as(feature).isTrue();
    }
    assertThat(manifest.path("component_types")).hasSize(1);
    boolean source = manifest.path("component_types").path(0).asText().equals("source");
    assertThat(features.path("delivery_guarantee").toString())
        .isEqualTo(source ? "[\"at_least_once\",\"exactly_once\"]" : "[\"at_least_once\"]");
  }

  @ParameterizedTest
  @MethodSource("plugins")
  void whatTheWorkerBringsIsNotInLibAndTheServicesFileNamesAClassThatIs(Archive archive)
      throws IOException {
    assertThat(archive.jars())
        .allMatch(jar -> jar.endsWith(".jar"))
        .noneMatch(jar -> jar.matches(WORKERS_OWN))
        .noneMatch(jar -> jar.matches(NOT_TO_BE_SHIPPED));
    String type = archive.json("manifest.json").path("component_types").path(0).asText();
    String service =
        "META-INF/services/org.apache.kafka.connect."
            + (type.equals("source") ? "source.SourceConnector" : "sink.SinkConnector");
    String plugin = archive.json("manifest.json").path("name").asText();
    String jar = "lib/connect-" + plugin + "-" + Archive.VERSION + ".jar";
    Map<String, byte[]> classes = jar(archive.bytes(jar));
    String connector = new String(classes.get(service), UTF_8).strip();
    assertThat(classes).containsKey(connector.replace('.', '/') + ".class");
  }

  private static Map<String, byte[]> jar(byte[] jar) throws IOException {
    Map<String, byte[]> files = new HashMap<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(jar))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        files.put(entry.getName(), in.readAllBytes());
      }
    }
    return files;
  }

  @ParameterizedTest
  @MethodSource("plugins")
  void theBillOfMaterialsNamesEveryJarWithItsHashAndLicence(Archive archive) throws Exception {
    JsonNode bill = archive.json("doc/sbom.cdx.json");
    assertThat(bill.path("bomFormat").asText()).isEqualTo("CycloneDX");
    Map<String, JsonNode> parts = new TreeMap<>();
    bill.path("components").forEach(part -> parts.put(jarOf(part), part));
    JsonNode itself = bill.path("metadata").path("component");
    parts.put(jarOf(itself), itself);
    assertThat(archive.jars()).containsExactlyElementsOf(parts.keySet());
    String notices = archive.text("doc/THIRD-PARTY.md");
    for (JsonNode part : bill.path("components")) {
      String jar = jarOf(part);
      assertThat(hash(part)).as(jar).isEqualTo(sha512(archive.bytes("lib/" + jar)));
      String licences = part.path("licenses").toString();
      assertThat(licences).as(jar).contains("license");
      if (!part.path("group").asText().equals("io.bellwether")) {
        assertThat(notices).contains("| " + jar + " | ");
      }
      if (!licences.contains("Apache-2.0")) {
        assertThat(archive.paths())
            .contains("doc/licenses/" + part.path("group").asText() + ".txt");
      }
    }
    assertThat(Files.readAllBytes(archive.beside(".cdx.json")))
        .isEqualTo(archive.bytes("doc/sbom.cdx.json"));
  }

  private static String jarOf(JsonNode part) {
    return part.path("name").asText() + "-" + part.path("version").asText() + ".jar";
  }

  private static String hash(JsonNode part) {
    for (JsonNode hash : part.path("hashes")) {
      if (hash.path("alg").asText().equals("SHA-512")) {
        return hash.path("content").asText();
      }
    }
    return "none";
  }

  @ParameterizedTest
  @MethodSource("all")
  void theChecksumBesideItIsWhatSha512sumReads(Archive archive) throws Exception {
    assertThat(Files.readString(archive.beside(".zip.sha512")))
        .isEqualTo(
            sha512(Files.readAllBytes(archive.zip())) + "  " + archive.zip().getFileName() + "\n");
  }

  private static String sha512(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-512").digest(bytes));
  }

  @ParameterizedTest
  @MethodSource("all")
  void timesAndModesDoNotDependOnWhoBuildsIt(Archive archive) throws IOException {
    assertTimesAndModes(archive.zip());
  }

  private static void assertTimesAndModes(Path file) throws IOException {
    // A zip knows local time only.
    FileTime expected = FileTime.from(built().atZone(ZoneId.systemDefault()).toInstant());
    URI zip = URI.create("jar:" + file.toAbsolutePath().toUri());
    Map<String, Boolean> posix = Map.of("enablePosixFileAttributes", true);
    try (FileSystem in = FileSystems.newFileSystem(zip, posix);
        Stream<Path> paths = Files.walk(in.getPath("/"))) {
      for (Path path : paths.filter(each -> each.getNameCount() > 0).toList()) {
        assertThat(Files.getLastModifiedTime(path)).as(path.toString()).isEqualTo(expected);
        Set<PosixFilePermission> modes =
            Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS);
        assertThat(PosixFilePermissions.toString(modes))
            .as(path.toString())
            .isEqualTo(Files.isDirectory(path) ? "rwxr-xr-x" : "rw-r--r--");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("plugins")
  void neitherTheOrderOfFilesNorOurJarsDependOnWhoBuildsIt(Archive archive) throws IOException {
    for (String part : List.of("doc/licenses/", "etc/", "assets/")) {
      assertThat(archive.paths()).filteredOn(path -> path.startsWith(part)).isSorted();
    }
    for (JsonNode part : archive.json("doc/sbom.cdx.json").path("components")) {
      if (part.path("group").asText().equals("io.bellwether")) {
        assertIsAsAnybodyBuildsIt(archive, jarOf(part));
      }
    }
    assertIsAsAnybodyBuildsIt(
        archive, jarOf(archive.json("doc/sbom.cdx.json").path("metadata").path("component")));
  }

  /** A umask such as 077 would be seen in the modes. */
  private void assertIsAsAnybodyBuildsIt(Archive archive, String name) throws IOException {
    Path jar = Files.write(folder.resolve(name), archive.bytes("lib/" + name));
    assertTimesAndModes(jar);
  }

  private static LocalDateTime built() {
    return LocalDateTime.ofInstant(
        Instant.parse(System.getProperty("bellwether.timestamp")), ZoneOffset.UTC);
  }

  @Test
  void theBundleHoldsEveryPluginAsItsOwnArchiveDoesAndNothingElse() {
    Map<String, byte[]> expected = new TreeMap<>();
    plugins().forEach(plugin -> expected.putAll(plugin.files()));
    Map<String, byte[]> bundled = Archive.bundle().files();
    assertThat(bundled.keySet()).containsExactlyInAnyOrderElementsOf(expected.keySet());
    expected.forEach((path, bytes) -> assertThat(bundled.get(path)).as(path).isEqualTo(bytes));
  }

  @Test
  void noTwoPluginsBringTheSameLibraryInDifferentVersions() {
    Map<String, String> versions = new HashMap<>();
    for (Archive plugin : plugins()) {
      for (JsonNode part : plugin.json("doc/sbom.cdx.json").path("components")) {
        String name = part.path("group").asText() + ":" + part.path("name").asText();
        String seen = versions.putIfAbsent(name, jarOf(part) + " " + hash(part));
        assertThat(jarOf(part) + " " + hash(part))
            .as(name + " in " + plugin)
            .isEqualTo(seen == null ? jarOf(part) + " " + hash(part) : seen);
      }
    }
  }
}
