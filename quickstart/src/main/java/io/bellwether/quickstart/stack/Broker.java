package io.bellwether.quickstart.stack;

import io.bellwether.quickstart.process.Child;
import io.bellwether.quickstart.process.JavaCommand;
import io.bellwether.quickstart.process.LaunchException;
import io.bellwether.quickstart.process.Ports;
import io.bellwether.quickstart.process.Service;
import io.bellwether.quickstart.process.StateFolder;
import io.bellwether.quickstart.process.Watch;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.Uuid;

/** A stock Kafka broker in KRaft mode, alone in its cluster, on loopback. */
public final class Broker implements Service {
  private static final int PORT = 9092;
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final Home home;
  private final StateFolder state;
  private final int port;
  private final Path settings;
  private final List<Topics.Topic> topics;

  /** Chooses ports and writes the settings; starts nothing. */
  public Broker(Home home, StateFolder state, Ports ports) {
    this(home, state, ports, List.of());
  }

  /** One that has further topics. */
  public Broker(Home home, StateFolder state, Ports ports, List<Topics.Topic> topics) {
    this.topics = List.copyOf(topics);
    this.home = home;
    this.state = state;
    this.port = ports.near(PORT);
    int controller = ports.near(PORT + 1);
    this.settings =
        Settings.write(
            home.config("broker.properties"),
            Map.of(
                "listeners",
                "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controller,
                "advertised.listeners",
                "PLAINTEXT://127.0.0.1:" + port,
                "controller.quorum.voters",
                "1@127.0.0.1:" + controller,
                "log.dirs",
                data().toString()),
            state);
  }

  /** What clients connect to. */
  public String bootstrap() {
    return "127.0.0.1:" + port;
  }

  @Override
  public String title() {
    return Part.BROKER.title();
  }

  /** Starts it, on an empty state folder after formatting its storage. */
  @Override
  public Child start(Watch watch) throws InterruptedException {
    if (!Files.exists(data().resolve("meta.properties"))) {
      format(watch);
    }
    return watch.over(
        Child.start(command("broker", "kafka.Kafka", List.of(settings.toString())), state));
  }

  /** Waits until it answers, and has it make the topics that are missing. */
  @Override
  public void awaitReady(Watch watch) throws InterruptedException {
    Topics.create(bootstrap(), topics, watch);
  }

  private void format(Watch watch) throws InterruptedException {
    List<String> arguments =
        List.of("format", "-t", Uuid.randomUuid().toString(), "-c", settings.toString());
    try (Child format =
        Child.start(command("broker-format", "kafka.tools.StorageTool", arguments), state)) {
      int exit =
          watch.until(
              "the broker's storage to be formatted",
              PATIENCE,
              () -> format.isAlive() ? Optional.empty() : Optional.of(format.exitCode()));
      if (exit != 0) {
        throw new LaunchException(
            "Cannot format the broker's storage:\n  " + String.join("\n  ", format.log().last(10)));
      }
    }
  }

  private JavaCommand command(String name, String mainClass, List<String> arguments) {
    return new JavaCommand(
        name,
        Jvm.arguments(home, "384m"),
        List.of(home.lib("kafka")),
        mainClass,
        arguments,
        Map.of());
  }

  private Path data() {
    return state.path("broker");
  }
}
