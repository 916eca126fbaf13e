package io.bellwether.quickstart.page.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointTest {
  @TempDir private Path folder;
  private Checkpoint checkpoint;

  @BeforeEach
  void open() {
    checkpoint = new Checkpoint(folder);
  }

  @Test
  void aJobThatHasNotBegunHasNoBatches() throws Exception {
    assertThat(checkpoint.after(-1)).isEmpty();
  }

  @Test
  void aBatchTookFromItsPlanToItsCommit() throws Exception {
    plan(9, 1_000, "{\"feedback\":{\"1\":5,\"0\":7}}");
    commit(9, 1_250);

    assertThat(checkpoint.after(8))
        .singleElement()
        .satisfies(
            batch -> {
              assertThat(batch.id()).isEqualTo(9);
              assertThat(batch.took()).hasValue(250);
              assertThat(batch.committedAt()).isEqualTo(1_250);
              assertThat(batch.end())
                  .isEqualTo(
                      Map.of(
                          new TopicPartition("feedback", 0), 7L,
                          new TopicPartition("feedback", 1), 5L));
            });
    assertThat(checkpoint.after(9)).isEmpty();
  }

  @Test
  void batchesComeInTheOrderOfTheirNumbers() throws Exception {
    for (int id = 8; id < 12; id++) {
      plan(id, 1_000, "{\"feedback\":{\"0\":" + id + "}}");
      commit(id, 2_000);
    }
    assertThat(checkpoint.after(8)).extracting(Batch::id).containsExactly(9L, 10L, 11L);
  }

  @Test
  void aPlanWithoutACommitIsNoBatchYet() throws Exception {
    plan(0, 1_000, "{\"feedback\":{\"0\":1}}");
    assertThat(checkpoint.after(-1)).isEmpty();
  }

  @Test
  void continuousModePlansNoTime() throws Exception {
    plan(3, 0, "{\"feedback\":{\"0\":1}}");
    commit(3, 2_000);
    assertThat(checkpoint.after(-1)).singleElement().satisfies(b -> assertThat(b.took()).isEmpty());
  }

  private void plan(long id, long at, String offsets) throws Exception {
    Files.createDirectories(folder.resolve("offsets"));
    String about = at == 0 ? "" : "{\"batchWatermarkMs\":0,\"batchTimestampMs\":" + at + "}";
    Files.writeString(folder.resolve("offsets").resolve("" + id), "v1\n" + about + "\n" + offsets);
  }

  private void commit(long id, long at) throws Exception {
    Files.createDirectories(folder.resolve("commits"));
    Path file = folder.resolve("commits").resolve("" + id);
    Files.writeString(file, "v1\n{\"nextBatchWatermarkMs\":0}");
    Files.setLastModifiedTime(file, FileTime.fromMillis(at));
    Files.writeString(folder.resolve("commits").resolve("." + id + ".crc"), "");
  }
}
