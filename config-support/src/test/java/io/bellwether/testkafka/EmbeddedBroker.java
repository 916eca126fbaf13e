package io.bellwether.testkafka;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;

/**
 * A Kafka broker and its controller in this JVM, with the Kafka that is on the class path (3.9 and
 * 4.3 have been tried). Starting it takes seconds: share one.
 */
public final class EmbeddedBroker implements AutoCloseable {
  /** The listener without TLS or log-in that each has. */
  public static final String INTERNAL = "INTERNAL";

  private static final String CONTROLLER = "CONTROLLER";
  private static final String HOST = "127.0.0.1:";

  private final KafkaRaftServer server;
  private final Map<String, Integer> ports;

  private EmbeddedBroker(KafkaRaftServer server, Map<String, Integer> ports) {
    this.server = server;
    this.ports = ports;
  }

  /** One with the {@link #INTERNAL} listener alone. */
  public static EmbeddedBroker start() {
    return start(Map.of(), Map.of(), List.of());
  }

  /**
   * Starts one.
   *
   * @param listeners beside {@link #INTERNAL}, each with its security protocol
   * @param settings of the broker, beside those that a single node needs
   * @param format arguments for formatting the storage, such as SCRAM users
   */
  public static EmbeddedBroker start(
      Map<String, String> listeners, Map<String, String> settings, List<String> format) {
    Map<String, String> all = new TreeMap<>(listeners);
    all.put(INTERNAL, "PLAINTEXT");
    all.put(CONTROLLER, "PLAINTEXT");
    Map<String, Integer> ports = freePorts(List.copyOf(all.keySet()));
    try {
      Path folder = Files.createTempDirectory("bellwether-broker");
      Properties properties = properties(folder, all, ports);
      properties.putAll(settings);
      Path file = folder.resolve("server.properties");
      try (var out = Files.newOutputStream(file)) {
        properties.store(out, null);
      }
      format(file, format);
      KafkaRaftServer server =
          new KafkaRaftServer(KafkaConfig.fromProps(properties, false), Time.SYSTEM);
      server.startup();
      return new EmbeddedBroker(server, ports);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What clients without TLS or log-in connect to. */
  public String bootstrap() {
    return bootstrap(INTERNAL);
  }

  /** What clients of a listener connect to. */
  public String bootstrap(String listener) {
    return HOST + ports.get(listener);
  }

  // All at once, or two could be the same.
  private static Map<String, Integer> freePorts(List<String> listeners) {
    Map<String, Integer> ports = new LinkedHashMap<>();
    List<ServerSocket> open = new ArrayList<>();
    try {
      for (String listener : listeners) {
        ServerSocket socket = new ServerSocket(0);
        open.add(socket);
        ports.put(listener, socket.getLocalPort());
      }
      for (ServerSocket socket : open) {
        socket.close();
      }
      return ports;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void format(Path file, List<String> more) {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    List<String> arguments = new ArrayList<>(List.of("format", "-t"));
    arguments.addAll(List.of(Uuid.randomUuid().toString(), "-c", file.toString()));
    arguments.addAll(more);
    PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
    if (StorageTool.execute(arguments.toArray(String[]::new), out) != 0) {
      throw new IllegalStateException(said.toString(StandardCharsets.UTF_8));
    }
  }

  private static Properties properties(
      Path folder, Map<String, String> protocols, Map<String, Integer> ports) {
    Properties properties = new Properties();
    properties.putAll(
        Map.of(
            "process.roles",
            "broker,controller",
            "node.id",
            "1",
            "controller.quorum.voters",
            "1@" + HOST + ports.get(CONTROLLER),
            "controller.listener.names",
            CONTROLLER,
            "inter.broker.listener.name",
            INTERNAL,
            "log.dirs",
            folder.resolve("logs").toString(),
            "auto.create.topics.enable",
            "false"));
    properties.put("listeners", addresses(ports));
    Map<String, Integer> advertised = new TreeMap<>(ports);
    advertised.remove(CONTROLLER);
    properties.put("advertised.listeners", addresses(advertised));
    properties.put(
        "listener.security.protocol.map",
        protocols.entrySet().stream()
            .map(each -> each.getKey() + ":" + each.getValue())
            .collect(Collectors.joining(",")));
    properties.putAll(
        Map.of(
            "offsets.topic.replication.factor", "1",
            "offsets.topic.num.partitions", "1",
            "transaction.state.log.replication.factor", "1",
            "transaction.state.log.num.partitions", "1",
            "transaction.state.log.min.isr", "1",
            "group.initial.rebalance.delay.ms", "0"));
    return properties;
  }

  private static String addresses(Map<String, Integer> ports) {
    return ports.entrySet().stream()
        .map(each -> each.getKey() + "://" + HOST + each.getValue())
        .collect(Collectors.joining(","));
  }

  @Override
  public void close() {
    server.shutdown();
    server.awaitShutdown();
  }
}
