package io.bellwether.analyzer.explore;

import io.bellwether.analyzer.scorer.data.ToolArguments;
import io.bellwether.analyzer.scorer.data.ToolException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.config.Configurator;
import org.apache.spark.sql.SparkSession;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/**
 * The tool: {@code bootstrap=HOST:PORT [query=SQL] [format=table|json] [rows=N] [history=FILE]
 * [kafka=FILE]}. Without a query it asks for them until the end.
 *
 * <p>Exit codes: 0 at its end, 1 if the query failed or no broker answered, 2 if it was called
 * wrongly.
 */
public final class Explore {
  private static final int FAILED = 1;
  private static final int FAULTY = 2;
  private static final int USUAL_ROWS = 100;
  private static final Set<String> ARGUMENTS =
      Set.of("bootstrap", "query", "format", "rows", "history", "kafka");

  private Explore() {}

  public static void main(String[] args) {
    // What Spark has to say of its jobs would stand between the answers.
    Configurator.setRootLevel(Level.OFF);
    Configurator.setLevel("io.bellwether", Level.OFF);
    PrintWriter out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    System.exit(run(List.of(args), out, err));
  }

  /** Runs it and returns its exit code. */
  public static int run(List<String> args, PrintWriter out, PrintWriter err) {
    try {
      ToolArguments arguments = new ToolArguments(args, ARGUMENTS);
      Map<String, String> kafka = kafka(arguments);
      List<String> topics = Topics.at(kafka);
      try (SparkSession spark = session()) {
        Tables tables = new Tables(spark, kafka);
        tables.refresh(topics);
        int rows = arguments.number("rows", 1, 1_000_000).orElse((double) USUAL_ROWS).intValue();
        Queries queries = new Queries(spark, format(arguments), rows);
        Optional<String> query = arguments.text("query");
        if (query.isPresent()) {
          return queries.run(withoutEnd(query.get()), out, err) ? 0 : FAILED;
        }
        try (Terminal terminal = TerminalBuilder.builder().system(true).build()) {
          Path history = Path.of(arguments.text("history").orElse("explore-history"));
          new Prompt(terminal, history, tables, queries, () -> refresh(tables, kafka)).run();
        }
        return 0;
      }
    } catch (ToolException e) {
      err.println(e.getMessage());
      return FAULTY;
    } catch (ExploreException | IOException e) {
      err.println(e.getMessage());
      return FAILED;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return FAILED;
    }
  }

  private static void refresh(Tables tables, Map<String, String> kafka) {
    try {
      tables.refresh(Topics.at(kafka));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  static String withoutEnd(String sql) {
    String text = sql.strip();
    return text.endsWith(";") ? text.substring(0, text.length() - 1).strip() : text;
  }

  private static Format format(ToolArguments arguments) {
    String word = arguments.text("format").orElse("table");
    try {
      return Format.valueOf(word.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new ToolException("format=" + word + ": use table or json", e);
    }
  }

  private static Map<String, String> kafka(ToolArguments arguments) throws IOException {
    Map<String, String> kafka = new HashMap<>();
    Optional<String> file = arguments.text("kafka");
    if (file.isPresent()) {
      Properties properties = new Properties();
      try (Reader reader = Files.newBufferedReader(Path.of(file.get()))) {
        properties.load(reader);
      }
      properties.stringPropertyNames().forEach(key -> kafka.put(key, properties.getProperty(key)));
    }
    kafka.put("bootstrap.servers", arguments.required("bootstrap"));
    return kafka;
  }

  private static SparkSession session() {
    return SparkSession.builder()
        .master("local[*]")
        .appName("explore")
        .config("spark.ui.enabled", "false")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.sql.shuffle.partitions", "2")
        .config("spark.sql.session.timeZone", "UTC")
        .config("spark.sql.catalogImplementation", "in-memory")
        .getOrCreate();
  }
}
