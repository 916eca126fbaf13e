package io.bellwether.connect.nomics.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.connect.PluginArchive;
import org.junit.jupiter.api.Test;

/** What people install has what they need, and nothing that the worker brings itself. */
class ArchiveIT {
  private final PluginArchive archive = PluginArchive.ofThisModule();

  @Test
  void itHasTheLayoutOfConfluentHub() {
    assertThat(archive.files())
        .contains(
            "manifest.json",
            "doc/LICENSE",
            "doc/nomics-source.md",
            "doc/contracts.md",
            "etc/nomics-source.json",
            "assets/bellwether.svg");
    assertThat(archive.text("manifest.json").orElseThrow())
        .contains("\"name\": \"nomics-source\"", "exactly_once")
        .doesNotContain("${");
  }

  @Test
  void itsLibrariesAreThoseOfThePluginAlone() {
    assertThat(archive.files())
        .filteredOn(file -> file.startsWith("lib/"))
        .anyMatch(file -> file.matches("lib/connect-nomics-source-[0-9.]+\\.jar"))
        .anyMatch(file -> file.matches("lib/jackson-databind-.*\\.jar"))
        .anyMatch(file -> file.matches("lib/okhttp-.*\\.jar"))
        .noneMatch(
            file -> file.matches("lib/(connect-api|kafka|slf4j|stand-ins|connect-slack).*\\.jar"));
  }
}
