package io.bellwether.analyzer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A standalone cluster of Spark's own master and two workers of a core each, as processes. */
final class SparkCluster implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int WORKERS = 2;

  private final Path folder;
  private final SparkDownload spark;
  private final List<Process> workers = new ArrayList<>();
  private final String address;
  private final Process master;
  private int started;

  private SparkCluster(Path folder, SparkDownload spark) throws IOException {
    this.folder = folder;
    this.spark = spark;
    int port = freePort();
    this.address = "spark://127.0.0.1:" + port;
    List<String> arguments = List.of("--host", "127.0.0.1", "--port", "" + port);
    this.master = daemon("master", "org.apache.spark.deploy.master.Master", arguments);
  }

  /** Starts the master alone; what it says and its workers' work stands in this folder. */
  static SparkCluster start(Path folder, SparkDownload spark) throws IOException {
    SparkCluster cluster = new SparkCluster(folder, spark);
    try {
      cluster.awaitLine("master", "New state: ALIVE");
      return cluster;
    } catch (RuntimeException e) {
      cluster.close();
      throw e;
    }
  }

  /** A job that begins when both workers' executors are there, so that each has its part of it. */
  SubmittedJob job(Path job, Map<String, String> config) {
    return spark.job(
        job,
        address,
        config,
        "--total-executor-cores",
        "" + WORKERS,
        "--conf",
        "spark.scheduler.minRegisteredResourcesRatio=1");
  }

  /** Starts the workers that are missing; when this returns, they are known to the master. */
  void complete() throws IOException {
    List<String> added = new ArrayList<>();
    while (workers.size() < WORKERS) {
      started++;
      String name = "worker-" + started;
      List<String> arguments = new ArrayList<>(List.of("--host", "127.0.0.1", "--cores", "1"));
      arguments.addAll(List.of("--memory", "600m", "--work-dir", folder + "/" + name, address));
      workers.add(daemon(name, "org.apache.spark.deploy.worker.Worker", arguments));
      added.add(name);
    }
    added.forEach(name -> awaitLine(name, "Successfully registered"));
  }

  /** As when a machine loses its power: a worker and its executor are gone at once. */
  void killWorker() {
    Process worker = workers.remove(0);
    Stream.concat(Stream.of(worker.toHandle()), worker.descendants())
        .toList()
        .forEach(ProcessHandle::destroyForcibly);
  }

  /** What all executors have said by now. */
  String executors() throws IOException {
    StringBuilder said = new StringBuilder();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(each -> each.endsWith("stderr")).toList()) {
        said.append(Files.readString(file, UTF_8));
      }
    }
    return said.toString();
  }

  @Override
  public void close() {
    while (!workers.isEmpty()) {
      killWorker();
    }
    master.destroyForcibly();
  }

  private Process daemon(String name, String type, List<String> arguments) throws IOException {
    List<String> command = SubmittedJob.java("-Xmx192m");
    command.addAll(List.of("-cp", spark.jars() + "/*", type));
    command.addAll(arguments);
    command.addAll(List.of("--webui-port", "0"));
    return SubmittedJob.process(command, folder, name, spark.environment());
  }

  private void awaitLine(String name, String part) {
    await(name).atMost(PATIENCE).until(() -> said(name).contains(part));
  }

  private String said(String name) {
    try {
      return Files.readString(folder.resolve(name + ".err"), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
