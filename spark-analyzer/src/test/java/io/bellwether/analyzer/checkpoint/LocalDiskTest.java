package io.bellwether.analyzer.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.Callable;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordingFile;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalDiskTest {
  @TempDir java.nio.file.Path folder;
  private final LocalDisk disk = new LocalDisk();
  private final LocalFileSystem hadoops = new LocalFileSystem();

  @BeforeEach
  void initialize() throws Exception {
    disk.initialize(folder.toUri(), new Configuration());
    hadoops.initialize(folder.toUri(), new Configuration());
  }

  @Test
  void filesAndFoldersGetThePermissionsThatHadoopGivesThem() throws Exception {
    assertThat(permissionsOfWhatIsMadeBy(disk, "ours"))
        .isEqualTo(permissionsOfWhatIsMadeBy(hadoops, "hadoops"));
  }

  @Test
  void aFileIsMadeWithoutStartingAProcess() throws Exception {
    assertThat(processesStartedBy(() -> permissionsOfWhatIsMadeBy(disk, "ours"))).isZero();
    // So that this test means something, and to notice when Hadoop no longer needs our help.
    assertThat(processesStartedBy(() -> permissionsOfWhatIsMadeBy(hadoops, "hadoops")))
        .isPositive();
  }

  private long processesStartedBy(Callable<String> act) throws Exception {
    java.nio.file.Path events = folder.resolve("events.jfr");
    try (Recording recording = new Recording()) {
      recording.enable("jdk.ProcessStart");
      recording.start();
      act.call();
      recording.stop();
      recording.dump(events);
    }
    return RecordingFile.readAllEvents(events).size();
  }

  private String permissionsOfWhatIsMadeBy(FileSystem system, String name) throws Exception {
    system.mkdirs(new Path(folder.resolve(name).toUri()));
    system.create(new Path(folder.resolve(name).resolve("file").toUri())).close();
    return permissions(name) + " " + permissions(name + "/file");
  }

  private String permissions(String name) throws Exception {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name)));
  }
}
