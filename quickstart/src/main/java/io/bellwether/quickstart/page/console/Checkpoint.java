package io.bellwether.quickstart.page.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks into the checkpoint of a running job, which Spark writes for itself: {@code offsets/N} is
 * the plan of batch N and {@code commits/N} says that it is done. The two are all that both kinds
 * of triggers leave behind.
 */
final class Checkpoint {
  private static final Logger LOG = LoggerFactory.getLogger(Checkpoint.class);
  private static final Pattern NUMBER = Pattern.compile("\\d+");
  private static final int MOST = 50;

  private final Path folder;
  private final ObjectMapper json = new ObjectMapper();

  Checkpoint(Path folder) {
    this.folder = folder;
  }

  /** The latest batches after one, oldest first; none where there is no checkpoint yet. */
  List<Batch> after(long id) throws IOException {
    List<Long> committed = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder.resolve("commits"))) {
      for (Path file : files) {
        String name = file.getFileName().toString();
        if (NUMBER.matcher(name).matches() && Long.parseLong(name) > id) {
          committed.add(Long.parseLong(name));
        }
      }
    } catch (NoSuchFileException e) {
      // The job has not begun.
      return List.of();
    }
    committed.sort(null);
    List<Batch> batches = new ArrayList<>();
    for (long each : committed.subList(Math.max(0, committed.size() - MOST), committed.size())) {
      try {
        batches.add(read(each));
      } catch (NoSuchFileException e) {
        // An old one, which Spark has cleared away meanwhile.
        LOG.debug("Batch {} is gone", each, e);
      }
    }
    return batches;
  }

  private Batch read(long id) throws IOException {
    List<String> plan = Files.readAllLines(folder.resolve("offsets").resolve(Long.toString(id)));
    Path commit = folder.resolve("commits").resolve(Long.toString(id));
    long committedAt = Files.getLastModifiedTime(commit).toMillis();
    // A version, a line about the batch, and a line for each source.
    long plannedAt =
        plan.size() > 1 ? json.readTree(plan.get(1)).path("batchTimestampMs").asLong() : 0;
    Map<TopicPartition, Long> end = new HashMap<>();
    for (String line : plan.subList(Math.min(2, plan.size()), plan.size())) {
      json.readTree(line)
          .properties()
          .forEach(topic -> addOffsets(topic.getKey(), topic.getValue(), end));
    }
    return new Batch(
        id,
        committedAt,
        plannedAt > 0
            ? OptionalLong.of(Math.max(0, committedAt - plannedAt))
            : OptionalLong.empty(),
        end);
  }

  private static void addOffsets(String topic, JsonNode offsets, Map<TopicPartition, Long> end) {
    offsets
        .properties()
        .forEach(
            each ->
                end.put(
                    new TopicPartition(topic, Integer.parseInt(each.getKey())),
                    each.getValue().asLong()));
  }
}
