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

/**
 * A standalone cluster of Spark's own master and two workers of a core each, as processes. Its
 * Spark is as it is downloaded, without the Kafka source: that has to come by {@code --packages},
 * resolved from Maven's local repository, which holds what Maven Central has.
 */
final class SparkCluster implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String KAFKA_SOURCE =
      "org.apache.spark:spark-sql-kafka-0-10_2.12:"
          + System.getProperty("bellwether.spark.version");
  private static final List<String> NOT_IN_A_DOWNLOAD =
      List.of("spark-sql-kafka", "spark-token-provider-kafka", "kafka-clients", "commons-pool2");

  private final Path folder;
  private final List<Process> workers = new ArrayList<>();
  private final String address;
  private final Process master;

  private SparkCluster(Path folder) throws IOException {
    this.folder = folder;
    int port = freePort();
    this.address = "spark://127.0.0.1:" + port;
    List<String> arguments = List.of("--host", "127.0.0.1", "--port", "" + port);
    this.master = daemon("master", "org.apache.spark.deploy.master.Master", arguments);
  }

  /** Starts one; when this returns, its workers are there. */
  static SparkCluster start(Path folder) throws IOException {
    home(folder);
    SparkCluster cluster = new SparkCluster(folder);
    try {
      cluster.awaitLine("master", "New state: ALIVE");
      for (String name : List.of("worker-1", "worker-2")) {
        List<String> arguments = new ArrayList<>(List.of("--host", "127.0.0.1", "--cores", "1"));
        arguments.addAll(List.of("--memory", "600m", "--work-dir", folder + "/" + name));
        arguments.add(cluster.address);
        cluster.workers.add(
            cluster.daemon(name, "org.apache.spark.deploy.worker.Worker", arguments));
      }
      cluster.awaitLine("worker-1", "Successfully registered");
      cluster.awaitLine("worker-2", "Successfully registered");
      return cluster;
    } catch (RuntimeException | IOException e) {
      cluster.close();
      throw e;
    }
  }

  String address() {
    return address;
  }

  /** What is said to whom by spark-submit, for a job on some master. */
  static SubmittedJob job(Path folder, String master, Map<String, String> config)
      throws IOException {
    Path home = home(folder);
    Path ivy =
        Files.writeString(
            folder.resolve("ivysettings.xml"),
            """
            <ivysettings>
              <settings defaultResolver="maven"/>
              <resolvers>
                <ibiblio name="maven" m2compatible="true" root="%s"/>
              </resolvers>
            </ivysettings>
            """
                .formatted(Path.of(System.getProperty("bellwether.repository")).toUri()));
    List<String> options =
        List.of(
            "--master",
            master,
            "--packages",
            KAFKA_SOURCE,
            "--executor-memory",
            "512m",
            "--conf",
            "spark.ui.enabled=false",
            "--conf",
            "spark.jars.ivySettings=" + ivy,
            "--conf",
            "spark.jars.ivy=" + folder.resolve("ivy"));
    return new SubmittedJob(folder, home.resolve("jars"), environment(folder), options, config);
  }

  /** As when a machine loses its power: a worker and its executor are gone at once. */
  void killWorker() {
    Process worker = workers.remove(0);
    Stream.concat(Stream.of(worker.toHandle()), worker.descendants())
        .toList()
        .forEach(ProcessHandle::destroyForcibly);
  }

  /** What the executors have said by now. */
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
    command.addAll(List.of("-cp", folder.resolve("spark/jars") + "/*", type));
    command.addAll(arguments);
    command.addAll(List.of("--webui-port", "0"));
    return SubmittedJob.process(command, folder, name, environment(folder));
  }

  private static Map<String, String> environment(Path folder) {
    return Map.of(
        "SPARK_HOME", folder.resolve("spark").toString(),
        "SPARK_LOCAL_DIRS", folder.resolve("scratch").toString(),
        "SPARK_LOCAL_IP", "127.0.0.1");
  }

  private static Path home(Path folder) throws IOException {
    Path home = folder.resolve("spark");
    Path jars = home.resolve("jars");
    if (Files.exists(jars)) {
      return home;
    }
    Files.createDirectories(jars);
    try (Stream<Path> files = Files.list(Path.of("target", "spark-classpath").toAbsolutePath())) {
      for (Path jar : files.toList()) {
        String name = jar.getFileName().toString();
        if (NOT_IN_A_DOWNLOAD.stream().noneMatch(name::startsWith)) {
          Files.createSymbolicLink(jars.resolve(name), jar);
        }
      }
    }
    return home;
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
