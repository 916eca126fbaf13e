package io.bellwether.quickstart.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateFolderTest {
  @TempDir Path temporary;

  @Test
  void whatIsInItIsThereAtTheNextStart() {
    try (StateFolder state = StateFolder.open(temporary.resolve("state"), false)) {
      state.writePrivately("kept", "x");
    }
    try (StateFolder state = StateFolder.open(temporary.resolve("state"), false)) {
      assertThat(state.path("kept")).hasContent("x");
    }
  }

  @Test
  void freshClearsIt() {
    try (StateFolder state = StateFolder.open(temporary.resolve("state"), false)) {
      state.writePrivately("kept", "x");
    }
    try (StateFolder state = StateFolder.open(temporary.resolve("state"), true)) {
      assertThat(state.path("kept")).doesNotExist();
      assertThat(state.path("logs")).isDirectory();
    }
  }

  @Test
  void oneFolderInItCanBeEmptied() throws Exception {
    try (StateFolder state = StateFolder.open(temporary.resolve("state"), false)) {
      state.writePrivately("kept", "x");
      Path scratch = state.emptied("scratch");
      Files.writeString(Files.createDirectories(scratch.resolve("a/b")).resolve("c"), "x");

      assertThat(state.emptied("scratch")).isEqualTo(scratch).isEmptyDirectory();
      assertThat(state.path("kept")).exists();
    }
  }

  @Test
  void twoDemosCannotShareIt() {
    try (StateFolder state = StateFolder.open(temporary.resolve("state"), false)) {
      assertThatThrownBy(() -> StateFolder.open(state.path(), false))
          .isInstanceOf(LaunchException.class)
          .hasMessageContaining(state.path().toString())
          .hasMessageContaining("--state");
    }
  }

  @Test
  void aFolderOfOtherFilesIsNotTouched() throws Exception {
    Path precious = Files.writeString(temporary.resolve("precious"), "x");
    assertThatThrownBy(() -> StateFolder.open(temporary, true))
        .isInstanceOf(LaunchException.class)
        .hasMessageContaining("no state folder");
    assertThat(precious).hasContent("x");
    assertThat(temporary.toFile().list()).containsExactly("precious");
  }

  @Test
  void onlyItsOwnerCanReadItsSecrets() throws Exception {
    try (StateFolder state = StateFolder.open(temporary.resolve("state"), false)) {
      state.writePrivately("run.json", "secret");
      assertThat(Files.getPosixFilePermissions(state.path("run.json")))
          .containsExactlyInAnyOrder(
              PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
      assertThat(Files.getPosixFilePermissions(state.path())).hasSize(3);
    }
  }
}
