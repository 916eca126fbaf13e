package io.bellwether.analyzer;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The packaged job, submitted with Spark's own SparkSubmit in a JVM of its own. What it writes down
 * stands in one folder, its checkpoint included.
 *
 * @param jars a folder with the jars of Spark
 * @param environment of the process
 * @param options of spark-submit, beside the class
 * @param config of the job
 */
record SubmittedJob(
    Path folder,
    Path jars,
    Map<String, String> environment,
    List<String> options,
    Map<String, String> config) {

  /** Of the JVM: these processes live for half a minute, several on a machine. */
  static final String QUICK_START = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC";

  /** In local mode, with the Kafka source on the class path. */
  static SubmittedJob local(Path folder, Map<String, String> config) {
    Path jars = Path.of("target", "spark-classpath");
    return new SubmittedJob(folder, jars, Map.of(), List.of("--master", "local[2]"), config);
  }

  /**
   * Submits it.
   *
   * @param run names the files of what it says
   * @param overrides {@code key=value}
   */
  Process start(String run, String... overrides) throws IOException {
    List<String> command = java("-Xmx512m");
    command.addAll(List.of("-cp", jars + "/*", "org.apache.spark.deploy.SparkSubmit"));
    command.addAll(options);
    command.addAll(List.of("--class", Analyzer.class.getName()));
    command.addAll(List.of(System.getProperty("bellwether.jar"), file().toString()));
    command.add("checkpoint.location=" + folder.resolve("checkpoint"));
    command.addAll(Arrays.asList(overrides));
    return process(command, folder, run, environment);
  }

  /** Java with what Spark needs on it. */
  static List<String> java(String memory) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(System.getProperty("bellwether.opens").split(" ")));
    command.addAll(List.of(QUICK_START.split(" ")));
    command.add(memory);
    return command;
  }

  /** Starts a process whose output goes to files of that name. */
  static Process process(
      List<String> command, Path folder, String name, Map<String, String> environment)
      throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectOutput(folder.resolve(name + ".out").toFile())
            .redirectError(folder.resolve(name + ".err").toFile());
    builder.environment().putAll(environment);
    return builder.start();
  }

  /** The job's file. */
  Path file() throws IOException {
    Map<String, Object> job = Map.of("name", "t", "config", new TreeMap<>(config));
    Path file = folder.resolve("job.json");
    return Files.writeString(file, new ObjectMapper().writeValueAsString(job));
  }

  String out(String run) throws IOException {
    return Files.readString(folder.resolve(run + ".out"), UTF_8);
  }

  String err(String run) throws IOException {
    return Files.readString(folder.resolve(run + ".err"), UTF_8);
  }
}
