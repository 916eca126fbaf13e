package io.bellwether.analyzer.explore;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;

/** Asks for statements until the user leaves. */
final class Prompt {
  private static final String HELP =
      """
      A statement of Spark SQL ends with a semicolon and may have several lines:
        SELECT outcome_of, count(*) FROM ... GROUP BY 1 ORDER BY 2 DESC LIMIT 10;
        DESCRIBE feedback;
      tables   which tables there are, one for each topic; asks the brokers again
      Tab completes tables, columns and words. Ctrl-C gives up a line, and cancels a query.
      quit     or Ctrl-D to leave
      Each query reads the topics as they are then. Columns that begin with _ are of every record:
      _key, _partition, _offset, _written, and the whole value as _json.
      """
          .replace("outcome_of, count(*) FROM ...", "author_name, count(*) FROM feedback");

  private static final int USUAL_WIDTH = 80;

  private final Terminal terminal;
  private final Tables tables;
  private final Queries queries;
  private final Runnable refresh;
  private final LineReader reader;

  /**
   * Asks on a terminal.
   *
   * @param history a file with what was asked before
   * @param refresh looks for topics that are new
   */
  Prompt(Terminal terminal, Path history, Tables tables, Queries queries, Runnable refresh) {
    this.terminal = terminal;
    this.tables = tables;
    this.queries = queries;
    this.refresh = refresh;
    this.reader =
        LineReaderBuilder.builder()
            .terminal(terminal)
            .appName("bellwether")
            .parser(new SqlParser())
            .completer(new SqlCompleter(tables::columns))
            .variable(LineReader.HISTORY_FILE, history.toAbsolutePath())
            .variable(LineReader.SECONDARY_PROMPT_PATTERN, "        ...> ")
            .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
            .option(LineReader.Option.CASE_INSENSITIVE, true)
            .build();
  }

  void run() {
    PrintWriter out = terminal.writer();
    showTables(out);
    out.println("help says what else there is.");
    for (; ; ) {
      try {
        String line = reader.readLine("bellwether> ").strip();
        switch (line.toLowerCase(Locale.ROOT)) {
          case "", ";" -> {
            // Nothing was asked.
          }
          case "quit", "exit", "quit;", "exit;" -> {
            return;
          }
          case "help", "help;" -> out.print(HELP);
          case "tables", "tables;" -> {
            refresh.run();
            showTables(out);
          }
          default -> ask(line, out);
        }
      } catch (UserInterruptException e) {
        // The line is given up.
      } catch (EndOfFileException e) {
        return;
      } catch (ExploreException e) {
        out.println(e.getMessage());
      }
      out.flush();
    }
  }

  private void ask(String line, PrintWriter out) {
    Terminal.SignalHandler before = terminal.handle(Signal.INT, signal -> queries.cancel());
    try {
      queries.run(Explore.withoutEnd(line), out, out);
    } finally {
      terminal.handle(Signal.INT, before);
    }
  }

  private void showTables(PrintWriter out) {
    List<String> names = List.copyOf(tables.columns().keySet());
    out.println(
        names.isEmpty()
            ? "There are no topics yet."
            : wrapped("Tables, one for each topic: " + String.join(", ", names), width()));
  }

  /** Terminals that do not know are taken to be as wide as most. */
  private int width() {
    return terminal.getWidth() > 0 ? terminal.getWidth() : USUAL_WIDTH;
  }

  /** Lines end between words, so that names can be read and copied. */
  static String wrapped(String text, int width) {
    StringBuilder lines = new StringBuilder();
    int column = 0;
    for (String word : text.split(" ")) {
      boolean fits = column + 1 + word.length() < width;
      if (column > 0) {
        lines.append(fits ? " " : System.lineSeparator());
      }
      column = column > 0 && fits ? column + 1 + word.length() : word.length();
      lines.append(word);
    }
    return lines.toString();
  }
}
