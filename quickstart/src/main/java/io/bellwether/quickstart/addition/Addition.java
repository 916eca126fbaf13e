package io.bellwether.quickstart.addition;

import io.bellwether.quickstart.page.Room;
import io.bellwether.quickstart.page.console.Wiring;
import io.bellwether.quickstart.stack.ConnectorFile;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** A service that the demo runs beside Slack: its stand-in, who reads it, and what is shown. */
public interface Addition extends AutoCloseable {
  /** What the terminal calls its stand-in. */
  String title();

  /** Where that is. */
  URI url();

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

  /** What the console is to look at besides. */
  default Wiring wired(Wiring wiring) {
    return wiring;
  }

  @Override
  void close();
}
