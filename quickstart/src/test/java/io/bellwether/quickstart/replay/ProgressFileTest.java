package io.bellwether.quickstart.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bellwether.quickstart.process.LaunchException;
import io.bellwether.quickstart.process.StateFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgressFileTest {
  @TempDir Path temporary;
  private Path first;
  private Path second;

  @BeforeEach
  void write() throws IOException {
    first = Files.writeString(temporary.resolve("first.csv"), "a\n1\n2\n");
    second = Files.writeString(temporary.resolve("second.csv"), "a\n3\n4\n");
  }

  @Test
  void whatWasWrittenIsReadForTheSameFilesTopicAndCluster() {
    progress("trips", "demo", first, second).write(new Position(1, 2));

    assertThat(progress("trips", "demo", first, second).read()).isEqualTo(new Position(1, 2));
    assertThat(progress("others", "demo", first, second).read()).isEqualTo(Position.START);
    assertThat(progress("trips", "b:9092", first, second).read()).isEqualTo(Position.START);
    assertThat(progress("trips", "demo", second, first).read()).isEqualTo(Position.START);
  }

  @Test
  void aFileThatHasGrownGoesOnAndOneThatShrankIsNamed() throws IOException {
    progress("trips", "demo", first, second).write(new Position(1, 3));

    Files.writeString(second, "a\n3\n4\n5\n");
    assertThat(progress("trips", "demo", first, second).read()).isEqualTo(new Position(1, 3));
    Files.writeString(second, "a\n");
    assertThatThrownBy(() -> progress("trips", "demo", first, second).read())
        .isInstanceOf(LaunchException.class)
        .hasMessageContaining("second.csv has become shorter")
        .hasMessageContaining("--from-start");
  }

  @Test
  void aDemoCanStartOnTheFolderAfterwards() {
    progress("trips", "demo", first).write(new Position(0, 2));

    try (StateFolder state = StateFolder.open(temporary.resolve("state"), false)) {
      assertThat(state.path("replay")).isDirectory();
    }
  }

  private ProgressFile progress(String topic, String cluster, Path... files) {
    return new ProgressFile(temporary.resolve("state"), List.of(files), topic, cluster);
  }
}
