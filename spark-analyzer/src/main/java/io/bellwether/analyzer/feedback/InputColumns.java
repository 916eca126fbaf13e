package io.bellwether.analyzer.feedback;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.from_json;

import io.bellwether.analyzer.job.Streams;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** Records as columns of the contract's fields, for what is asked before they are scored. */
final class InputColumns {
  private static final String FIELDS = "fields";
  private static final String CORRUPT = "no_json";

  /** What expressions see: where a record came from, and the contract's fields. */
  static final StructType VISIBLE = visible();

  private InputColumns() {}

  /** The records with the columns of {@link #VISIBLE}, and {@code value} as it was read. */
  static Dataset<Row> of(Dataset<Row> records) {
    return records
        .withColumn(
            FIELDS,
            from_json(
                col("value").cast("string"),
                fields().add(CORRUPT, DataTypes.StringType),
                Map.of("columnNameOfCorruptRecord", CORRUPT)))
        .select(
            Stream.concat(
                    Arrays.stream(Streams.INPUT_SCHEMA.fieldNames())
                        .map(name -> name.equals("key") ? col("key").as("key_bytes") : col(name)),
                    Stream.concat(
                        Stream.of(col("key").cast("string").as("key")),
                        Arrays.stream(fields().fieldNames()).map(name -> col(FIELDS + "." + name))))
                .toArray(Column[]::new));
  }

  /** The records as they were. */
  static Dataset<Row> records(Dataset<Row> columns) {
    return columns.select(
        Arrays.stream(Streams.INPUT_SCHEMA.fieldNames())
            .map(name -> name.equals("key") ? col("key_bytes").as("key") : col(name))
            .toArray(Column[]::new));
  }

  private static StructType fields() {
    StructType fields = new StructType();
    for (String name : Fields.STRINGS) {
      fields = fields.add(name, DataTypes.StringType);
    }
    return fields.add(Fields.EVENT_VERSION, DataTypes.LongType);
  }

  private static StructType visible() {
    StructType visible =
        new StructType()
            .add("key", DataTypes.StringType)
            .add("topic", DataTypes.StringType)
            .add("partition", DataTypes.IntegerType)
            .add("offset", DataTypes.LongType)
            .add("timestamp", DataTypes.TimestampType);
    for (StructField field : fields().fields()) {
      visible = visible.add(field);
    }
    return visible;
  }
}
