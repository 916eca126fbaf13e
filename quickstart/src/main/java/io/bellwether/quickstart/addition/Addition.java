package io.bellwether.quickstart.addition;

import com.fasterxml.jackson.databind.JsonNode;
import io.bellwether.quickstart.page.Page;
import io.bellwether.quickstart.page.Room;
import io.bellwether.quickstart.page.console.Wiring;
import io.bellwether.quickstart.stack.ConnectorFile;
import io.bellwether.quickstart.stack.Part;
import io.bellwether.quickstart.stack.Topics;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A service that the demo runs beside Slack: its stand-in, who reads it, and what is shown. */
public interface Addition extends AutoCloseable {
  /** Its stand-in, where it has one. */
  default Optional<StandIn> standIn() {
    return Optional.empty();
  }

  /**
   * A stand-in.
   *
   * @param title what the terminal calls it
   */
  record StandIn(String title, URI url) {}

  /** What connectors read from the worker's environment for it. */
  default Map<String, String> secrets() {
    return Map.of();
  }

  /** The connectors that are submitted for it, ready to run. */
  default List<ConnectorFile> connectors() {
    return List.of();
  }

  /** Where the page lets people say something to it. */
  default List<Room> rooms() {
    return List.of();
  }

  /** Topics that it needs. */
  default List<Topics.Topic> topics() {
    return List.of();
  }

  /** The Spark job that it needs beside the one that scores feedback. */
  default Optional<Job> job() {
    return Optional.empty();
  }

  /**
   * A Spark job.
   *
   * @param part what the demo calls it
   * @param file its configuration in {@code config/}, without the ending
   * @param changes keys of it that the demo sets differently
   */
  record Job(Part part, String file, Map<String, String> changes) {}

  /** The page is there, and the broker will be: what it shows of this begins. */
  default void show(Page page, String bootstrap) {}

  /** A message was scored. */
  default void scored(JsonNode outcome) {}

  /** What the console is to look at besides. */
  default Wiring wired(Wiring wiring) {
    return wiring;
  }

  @Override
  void close();
}
