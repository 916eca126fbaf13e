package io.bellwether.analyzer.feedback;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.md5;
import static org.apache.spark.sql.functions.trim;

import io.bellwether.analyzer.job.Streams;
import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.spark.api.java.function.FilterFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.streaming.GroupStateTimeout;
import org.apache.spark.sql.streaming.OutputMode;

/**
 * What is scored at all: what a predicate holds for, and of what says the same only the first. What
 * is no feedback passes, so that it ends up in the unscored topic with its reason.
 *
 * @param when a predicate of Spark SQL over {@link InputColumns#VISIBLE}
 * @param key an expression over the same; records for which it is equal say the same. Null is equal
 *     to nothing
 * @param window how far apart in time, by the records' timestamps, they may be
 */
record Preselection(Optional<String> when, Optional<String> key, Duration window)
    implements Serializable {
  private static final String WANTED = "wanted";
  private static final String SAME = "same";

  /** Before a key that is of one record alone. */
  static final String ALONE = ":";

  /** Reads the records' fields only where something is asked of them. */
  Dataset<Row> apply(Dataset<Row> records) {
    if (when.isEmpty() && key.isEmpty()) {
      return records;
    }
    Dataset<Row> columns = InputColumns.of(records);
    columns = when.isPresent() ? wanted(columns) : columns;
    return key.isPresent() ? firsts(columns) : InputColumns.records(columns);
  }

  private Dataset<Row> wanted(Dataset<Row> columns) {
    Column unreadable = col(Fields.TEXT).isNull().or(trim(col(Fields.TEXT)).equalTo(""));
    Dataset<Row> marked = columns.withColumn(WANTED, expr(when.get()).or(unreadable));
    int place = marked.schema().fieldIndex(WANTED);
    FilterFunction<Row> isWanted =
        row -> {
          boolean wanted = !row.isNullAt(place) && row.getBoolean(place);
          if (!wanted) {
            Skipped.FILTERED.add();
          }
          return wanted;
        };
    return marked.filter(isWanted).drop(WANTED);
  }

  private Dataset<Row> firsts(Dataset<Row> columns) {
    // The second batch after the last record would follow at once, and so on, to no end.
    columns.sparkSession().conf().set("spark.sql.streaming.noDataMicroBatches.enabled", "false");
    Column place = concat_ws(ALONE, lit(""), col("topic"), col("partition"), col("offset"));
    Column text = expr(key.get()).cast("string");
    Column same = coalesce(md5(text), place);
    Dataset<Row> keyed = columns.withColumn(SAME, same);
    String[] names = Streams.INPUT_SCHEMA.fieldNames();
    Dataset<Row> records =
        keyed.selectExpr(
            "key_bytes as " + names[0], names[1], names[2], names[3], names[4], names[5], SAME);
    int sameAt = names.length;
    MapFunction<Row, String> group = row -> row.getString(sameAt);
    return records
        .groupByKey(group, Encoders.STRING())
        .flatMapGroupsWithState(
            new FirstOfTheSame(window.toMillis()),
            OutputMode.Append(),
            Encoders.LONG(),
            Encoders.row(Streams.INPUT_SCHEMA),
            GroupStateTimeout.ProcessingTimeTimeout());
  }

  /** Whether there is a state, which a checkpoint then holds. */
  boolean hasState() {
    return key.isPresent();
  }

  /** The faults of the expressions, each with key, reason and remedy. */
  List<String> faults(SparkSession spark) {
    return PredicateCheck.faults(spark, this);
  }
}
