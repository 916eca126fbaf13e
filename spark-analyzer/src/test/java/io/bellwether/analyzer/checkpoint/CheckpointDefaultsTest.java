package io.bellwether.analyzer.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointDefaultsTest {
  @ParameterizedTest
  @ValueSource(strings = {"state/job", "/var/lib/job", "file:///var/lib/job"})
  void aFolderOfThisMachineIsWrittenWithoutStartingProcesses(String place) {
    assertThat(CheckpointDefaults.of(place, Optional.empty()))
        .containsEntry("spark.hadoop.fs.file.impl", LocalDisk.class.getName());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"hdfs://name/job", "s3a://bucket/job", "abfss://c@a.dfs.core.windows.net/job"})
  void anywhereElseSparkDecides(String place) {
    assertThat(CheckpointDefaults.of(place, Optional.empty())).isEmpty();
  }

  @Test
  void aPathWithoutSchemeIsWhereTheClusterKeepsItsFiles() {
    assertThat(CheckpointDefaults.of("/jobs/feedback", Optional.of("hdfs://name:8020"))).isEmpty();
  }
}
