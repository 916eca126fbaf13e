package io.bellwether.analyzer.explore;

import java.io.PrintWriter;
import java.util.Iterator;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** How an answer is printed. */
enum Format {
  /** For people: a frame, and the first rows only. */
  TABLE {
    @Override
    void print(Dataset<Row> answer, int rows, PrintWriter out) {
      out.print(answer.showString(rows, LONGEST_CELL, false));
    }
  },
  /** For programs: an object a line, all rows. */
  JSON {
    @Override
    void print(Dataset<Row> answer, int rows, PrintWriter out) {
      Iterator<String> lines = answer.toJSON().toLocalIterator();
      lines.forEachRemaining(out::println);
    }
  };

  private static final int LONGEST_CELL = 100;

  abstract void print(Dataset<Row> answer, int rows, PrintWriter out);
}
