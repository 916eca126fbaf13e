package io.bellwether.benchmarks.measure;

import io.bellwether.benchmarks.load.Texts;
import io.bellwether.benchmarks.stack.BenchStack;
import io.bellwether.quickstart.stack.Topics;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** Messages that wait in a topic, put there by {@code bellwether replay}. */
final class Backlog {
  private Backlog() {}

  static ReplayRun replay(BenchStack stack, String topic, int rows, long seed)
      throws InterruptedException {
    Path file = write(stack, topic, rows, seed);
    Topics.create(stack.bootstrap(), stack.watch());
    return ReplayRun.of(stack, file, topic, rows);
  }

  private static Path write(BenchStack stack, String name, int rows, long seed) {
    Path file = stack.state().path(name + ".csv");
    Texts texts = new Texts(seed);
    // Not long ago: the topic's retention goes by the records' own time.
    String saidAt = Instant.now().toString();
    try (BufferedWriter writer = Files.newBufferedWriter(file)) {
      writer.write("event_id,source,author_name,text,said_at\n");
      for (int row = 0; row < rows; row++) {
        String text = texts.next(row).replace("\"", "\"\"");
        writer.write("drain:" + row + ",benchmark,somebody,\"" + text + "\"," + saidAt + "\n");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file;
  }
}
