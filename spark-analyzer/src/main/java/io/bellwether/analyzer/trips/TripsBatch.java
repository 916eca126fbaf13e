package io.bellwether.analyzer.trips;

import static org.apache.spark.sql.functions.col;

import io.bellwether.analyzer.config.FaultyConfigException;
import io.bellwether.analyzer.job.BatchRun;
import io.bellwether.analyzer.job.Streams;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;

/** Counts what is in files or topics, once, by the same steps as the stream. */
final class TripsBatch implements BatchRun {
  /** Of rows that are dropped, on the terminal. */
  private static final int SHOWN = 100;

  private final TripsConfig config;
  private final Outputs outputs;

  TripsBatch(TripsConfig config) {
    this.config = config;
    this.outputs = config.outputs();
  }

  @Override
  public void run(SparkSession spark, PrintStream out) throws IOException, FaultyConfigException {
    Dataset<Row> written =
        TripFlow.of(judged(spark), new KeepBooks(outputs, false))
            .persist(StorageLevel.MEMORY_AND_DISK());
    try {
      if (!config.shared().toConsole()) {
        Streams.writeOnce(
            TripsJob.records(written.where(col("topic").notEqual(Outputs.NO_TOPIC))),
            config.shared());
      }
      if (config.report().isPresent()) {
        report(spark, written, config.report().get());
      }
      tell(written, out);
    } finally {
      written.unpersist();
    }
  }

  private Dataset<Row> judged(SparkSession spark) throws IOException, FaultyConfigException {
    if (config.input() == Input.TOPIC) {
      return TripsJob.judged(Streams.readOnce(spark, config.shared()), config);
    }
    List<String> faults = new ArrayList<>();
    for (String file : config.files()) {
      Path path = new Path(file);
      FileStatus[] found = path.getFileSystem(hadoop(spark)).globStatus(path);
      if (found == null || found.length == 0) {
        faults.add(TripsKeys.FILES + ": there is no file " + file + ". Correct the path.");
      }
    }
    if (!faults.isEmpty()) {
      throw new FaultyConfigException(faults);
    }
    return ReadFiles.of(spark, config.files(), config.cleaning());
  }

  private static Configuration hadoop(SparkSession spark) {
    return spark.sparkContext().hadoopConfiguration();
  }

  private void report(SparkSession spark, Dataset<Row> written, String place) throws IOException {
    Path path = new Path(place);
    try (Writer file =
        new BufferedWriter(
            new OutputStreamWriter(
                path.getFileSystem(hadoop(spark)).create(path, true), StandardCharsets.UTF_8))) {
      Iterator<Row> letters = inOrder(written.where(isLetter())).toLocalIterator();
      while (letters.hasNext()) {
        file.write(letters.next().getString(1));
        file.write('\n');
      }
    }
  }

  private static Column isLetter() {
    return col("position").isNotNull();
  }

  private static Dataset<Row> inOrder(Dataset<Row> letters) {
    return letters.orderBy("part", "position");
  }

  private void tell(Dataset<Row> written, PrintStream out) {
    Dataset<Row> dropped = written.where(isLetter().and(col("topic").notEqual(Outputs.NO_TOPIC)));
    inOrder(dropped).limit(SHOWN).collectAsList().forEach(row -> out.println(row.getString(1)));
    long count = dropped.count();
    if (count > SHOWN) {
      out.println("... and " + (count - SHOWN) + " more that are dropped, all in the report");
    }
    written
        .where(col("topic").equalTo(outputs.statisticsTopic()).and(col("position").isNull()))
        .collectAsList()
        .forEach(row -> out.println(row.getString(1)));
    out.flush();
  }
}
