package io.bellwether.analyzer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Spark as it is when downloaded, a {@code SPARK_HOME} of links to the jars of Maven. The Kafka
 * source is not in it: that has to come by {@code --packages}, resolved from Maven's local
 * repository, which holds what Maven Central has.
 */
final class SparkDownload {
  private static final String SCALA = "2.12";
  private static final String KAFKA_SOURCE =
      "org.apache.spark:spark-sql-kafka-0-10_%s:%s"
          .formatted(SCALA, System.getProperty("bellwether.spark.version"));
  private static final List<String> NOT_IN_A_DOWNLOAD =
      List.of("spark-sql-kafka", "spark-token-provider-kafka", "kafka-clients", "commons-pool2");

  private final Path folder;

  private SparkDownload(Path folder) {
    this.folder = folder;
  }

  /** Puts one into this folder. */
  static SparkDownload into(Path folder) throws IOException {
    SparkDownload spark = new SparkDownload(folder);
    Files.createDirectories(spark.jars());
    try (Stream<Path> files = Files.list(Path.of("target", "spark-classpath").toAbsolutePath())) {
      for (Path jar : files.toList()) {
        String name = jar.getFileName().toString();
        if (NOT_IN_A_DOWNLOAD.stream().noneMatch(name::startsWith)) {
          Files.createSymbolicLink(spark.jars().resolve(name), jar);
        }
      }
    }
    Files.writeString(
        spark.ivySettings(),
        """
        <ivysettings>
          <settings defaultResolver="maven"/>
          <resolvers><ibiblio name="maven" m2compatible="true" root="%s"/></resolvers>
        </ivysettings>
        """
            .formatted(Path.of(System.getProperty("bellwether.repository")).toUri()));
    return spark;
  }

  Path jars() {
    return folder.resolve("spark/jars");
  }

  /** What a download's scripts set; without the version of Scala no executor finds its jars. */
  Map<String, String> environment() {
    return Map.of(
        "SPARK_HOME",
        folder.resolve("spark").toString(),
        "SPARK_SCALA_VERSION",
        SCALA,
        "SPARK_LOCAL_DIRS",
        folder.resolve("scratch").toString(),
        "SPARK_LOCAL_IP",
        "127.0.0.1");
  }

  /**
   * The job as docs/spark.md submits it.
   *
   * @param job its folder
   * @param more options of spark-submit
   */
  SubmittedJob job(Path job, String master, Map<String, String> config, String... more) {
    List<String> options = new ArrayList<>(List.of(more));
    options.addAll(
        List.of(
            "--master",
            master,
            "--packages",
            KAFKA_SOURCE,
            "--executor-memory",
            "512m",
            "--conf",
            "spark.executor.extraJavaOptions=" + SubmittedJob.QUICK_START,
            "--conf",
            "spark.ui.enabled=false",
            "--conf",
            "spark.jars.ivySettings=" + ivySettings(),
            "--conf",
            "spark.jars.ivy=" + folder.resolve("ivy")));
    return new SubmittedJob(job, jars(), environment(), options, config);
  }

  private Path ivySettings() {
    return folder.resolve("ivysettings.xml");
  }
}
