package io.bellwether.analyzer.explore;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.spark.SparkThrowable;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Runs one query at a time. */
final class Queries {
  private static final String GROUP = "explore";

  private static final long CANCEL_AGAIN_MS = 100;

  private final SparkSession spark;
  private final Format format;
  private final int rows;
  private boolean running;
  private boolean cancelled;

  /**
   * Prints answers in a format.
   *
   * @param rows of a table, at most
   */
  Queries(SparkSession spark, Format format, int rows) {
    this.spark = spark;
    this.format = format;
    this.rows = rows;
  }

  /** Prints the answer; or why there is none, and returns false. */
  boolean run(String sql, PrintWriter out, PrintWriter err) {
    begin();
    spark.sparkContext().setJobGroup(GROUP, sql, true);
    try {
      Dataset<Row> answer = spark.sql(sql);
      // Commands such as SET answer without columns.
      if (answer.columns().length > 0) {
        format.print(answer, rows, out);
      }
      out.flush();
      return true;
    } catch (Exception e) {
      // Spark throws the checked AnalysisException without declaring it.
      out.flush();
      err.println(isCancelled() ? "Cancelled." : reason(e));
      err.flush();
      return false;
    } finally {
      spark.sparkContext().clearJobGroup();
      end();
    }
  }

  private synchronized void begin() {
    running = true;
    cancelled = false;
  }

  private synchronized boolean isCancelled() {
    return cancelled;
  }

  private synchronized void end() {
    running = false;
    notifyAll();
  }

  /**
   * Ends the query that runs, from another thread. A query is several jobs, and is planned before
   * the first: so it goes on cancelling until there is nothing left.
   */
  synchronized void cancel() {
    cancelled = running;
    try {
      while (running) {
        spark.sparkContext().cancelJobGroup(GROUP);
        wait(CANCEL_AGAIN_MS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** What Spark says, without its plan and its traces. */
  static String reason(Throwable failure) {
    Throwable root = failure;
    while (!(root instanceof AnalysisException)
        && root.getCause() != null
        && !(root instanceof SparkThrowable && root.getCause() == null)) {
      root = root.getCause();
    }
    String message = String.valueOf(root.getMessage());
    String sentence =
        message
            .lines()
            .takeWhile(line -> !line.matches("^(\\s*[+:]- .*|'[A-Z].*|== Physical Plan.*)"))
            .filter(line -> !line.isBlank())
            .collect(Collectors.joining(System.lineSeparator()));
    boolean known = root instanceof AnalysisException || root instanceof SparkThrowable;
    String name = root.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    return "Error: " + (known ? "" : name + ": ") + sentence;
  }
}
