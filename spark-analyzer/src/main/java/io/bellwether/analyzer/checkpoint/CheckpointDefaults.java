package io.bellwether.analyzer.checkpoint;

import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** Spark's settings that make a checkpoint quick where it stands. */
public final class CheckpointDefaults {
  private static final String LOCAL = "file";

  /**
   * For a folder of this machine. Both of Spark's managers write each file under another name and
   * rename it; the usual one takes a path through Hadoop that {@link LocalDisk} cannot replace.
   */
  private static final Map<String, String> ON_LOCAL_DISK =
      Map.of(
          "spark.sql.streaming.checkpointFileManagerClass",
          "org.apache.spark.sql.execution.streaming.FileSystemBasedCheckpointFileManager",
          "spark.hadoop.fs.file.impl",
          LocalDisk.class.getName(),
          // Spark-submit has opened, and Hadoop remembered, its own before the job starts.
          "spark.hadoop.fs.file.impl.disable.cache",
          "true");

  private CheckpointDefaults() {}

  /**
   * The settings for a checkpoint at this place; none where it is not on a local disk.
   *
   * @param defaultFileSystem what {@code spark.hadoop.fs.defaultFS} says, if anything
   */
  public static Map<String, String> of(String checkpoint, Optional<String> defaultFileSystem) {
    String scheme = new Path(checkpoint).toUri().getScheme();
    if (scheme == null) {
      scheme =
          defaultFileSystem
              .map(uri -> new Path(uri).toUri().getScheme())
              .orElseGet(() -> FileSystem.getDefaultUri(new Configuration()).getScheme());
    }
    return LOCAL.equals(scheme) ? ON_LOCAL_DISK : Map.of();
  }
}
