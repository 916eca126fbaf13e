package io.bellwether.quickstart;

import io.bellwether.quickstart.page.PartEvent;
import io.bellwether.quickstart.process.Child;
import io.bellwether.quickstart.process.StateFolder;
import io.bellwether.quickstart.stack.Connect;
import io.bellwether.quickstart.stack.ConnectorFile;
import io.bellwether.quickstart.stack.Part;
import java.io.PrintWriter;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** What the demo tells the person at the terminal. */
final class Announcer {
  private static final String EXAMPLE = "Azure is down again, this is unacceptable";

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.systemDefault());

  private final PrintWriter out;

  Announcer(PrintWriter out) {
    this.out = out;
  }

  void begin(StateFolder state) {
    line("Starting. State and logs are in %s", state.path());
  }

  void started(String part, String where) {
    line("  %-15s %s", part, where);
  }

  void started(Part part, String where, Child child) {
    String log = "logs/" + child.log().path().getFileName();
    line("  %-15s %-28s pid %-7d %s", part.title(), where, child.pid(), log);
  }

  void happened(PartEvent event) {
    line(
        "%s  %s %s%s",
        TIME.format(event.at()),
        event.part().title(),
        event.kind().id(),
        event.text().isEmpty() ? "" : ": " + event.text());
  }

  /** Each step that the demo has done, as a command that does it again. */
  void steps(Connect connect, StateFolder state) {
    String url = connect.url().toString();
    line("");
    line("To do the steps by hand:");
    line("  curl -s %s/connector-plugins", url);
    for (ConnectorFile connector : connect.connectors()) {
      String file = state.path(connector.name() + ".json").toString();
      line(
          "  curl -s -X PUT -H 'Content-Type: application/json' --data @'%s' %s/connectors/%s/config",
          file, url, connector.name());
      line("  curl -s %s/connectors/%s/status", url, connector.name());
    }
  }

  void ready(URI page, Duration taken) {
    line("");
    line("ready in %.1f s: %s", taken.toMillis() / 1000.0, page);
    line("Type \"%s\" into #feedback there, or run", EXAMPLE);
    line("  ./bellwether say '#feedback' '%s'", EXAMPLE);
    line("and look at #negative-feedback. Ctrl-C stops everything.");
  }

  void stopping() {
    line("Stopping.");
  }

  void stopped() {
    line("Stopped.");
  }

  private void line(String format, Object... arguments) {
    out.printf(format + "%n", arguments);
    out.flush();
  }
}
