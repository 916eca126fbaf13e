package io.bellwether.analyzer.trips;

import io.bellwether.analyzer.trips.cleaning.Cleaned;
import io.bellwether.analyzer.trips.cleaning.Cleaning;
import io.bellwether.analyzer.trips.files.CsvLines;
import io.bellwether.analyzer.trips.files.FileRow;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.input.PortableDataStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import scala.Tuple2;

/**
 * Reads CSV files of any file system Spark knows, each by one task from its begin to its end:
 * Spark's own CSV source tells no line numbers, and fails where a gzip file breaks off.
 */
final class ReadFiles {
  private ReadFiles() {}

  /** The rows of all files, judged; paths may hold {@code *} and the like. */
  static Dataset<Row> of(SparkSession spark, List<String> paths, Cleaning cleaning) {
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    JavaPairRDD<String, PortableDataStream> files =
        context.binaryFiles(String.join(",", paths), paths.size());
    Map<String, Integer> numbers = new TreeMap<>();
    files.keys().collect().stream().sorted().forEach(path -> numbers.put(path, numbers.size()));
    JavaRDD<Row> rows = files.flatMap(file -> rows(file, numbers.get(file._1()), cleaning));
    return spark.createDataFrame(rows, JudgedRows.SCHEMA);
  }

  private static Iterator<Row> rows(
      Tuple2<String, PortableDataStream> file, int number, Cleaning cleaning) {
    CsvLines lines = new CsvLines(file._2().open());
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        if (!lines.hasNext()) {
          lines.close();
        }
        return lines.hasNext();
      }

      @Override
      public Row next() {
        FileRow row = lines.next();
        Place place = new Place(name(file._1()), number, row.line(), null);
        return JudgedRows.row(judged(place, row, cleaning));
      }
    };
  }

  private static JudgedRow judged(Place place, FileRow row, Cleaning cleaning) {
    if (row instanceof FileRow.Values values) {
      Cleaned cleaned = cleaning.clean(values.byName());
      String text = cleaned instanceof Cleaned.Dropped ? String.join(",", values.values()) : null;
      return new JudgedRow(place, true, 0, cleaned, text);
    }
    FileRow.Bad bad = (FileRow.Bad) row;
    return new JudgedRow(place, true, 0, new Cleaned.Dropped(bad.rule(), bad.reason()), bad.text());
  }

  /** {@code file:/a/b.csv} as a person writes it. */
  private static String name(String path) {
    return path.startsWith("file:/") ? path.substring("file:".length()) : path;
  }
}
