package io.bellwether.analyzer.feedback;

import com.fasterxml.jackson.databind.JsonNode;
import io.bellwether.analyzer.scorer.Probabilities;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** Records as rows of Spark. */
final class ScoredRows {
  /** A column for the sink, which predicates do not see: the bytes of the key. */
  static final String RECORD_KEY = "record_key";

  /** Another: the value without its closing brace, for the routes to append the outcome. */
  static final String OPEN_VALUE = "open_value";

  /** The columns over which predicates are written. */
  static final StructType VISIBLE = visible();

  static final StructType ALL =
      VISIBLE
          .add(RECORD_KEY, DataTypes.BinaryType, true)
          .add(OPEN_VALUE, DataTypes.StringType, false);

  private ScoredRows() {}

  static InputRecord record(Row row) {
    return new InputRecord(
        (byte[]) row.get(0),
        (byte[]) row.get(1),
        row.getString(2),
        row.getInt(3),
        row.getLong(4),
        (Timestamp) row.get(5));
  }

  static Row row(ScoredRecord record) {
    InputRecord input = record.input();
    List<Object> values = new ArrayList<>(ALL.size());
    values.add(record.key() == null ? null : new String(record.key(), StandardCharsets.UTF_8));
    values.add(input.topic());
    values.add(input.partition());
    values.add(input.offset());
    values.add(input.timestamp());
    Fields.STRINGS.forEach(name -> values.add(record.fields().path(name).textValue()));
    JsonNode version = record.fields().path(Fields.EVENT_VERSION);
    values.add(version.canConvertToLong() ? version.longValue() : null);
    values.add(record.probabilities().map(Probabilities::negative).orElse(null));
    values.add(record.probabilities().map(Probabilities::neutral).orElse(null));
    values.add(record.probabilities().map(Probabilities::positive).orElse(null));
    values.add(record.probabilities().map(Probabilities::score).orElse(null));
    values.add(record.fields().path(Fields.SCORER).textValue());
    values.add(record.fields().path(Fields.REASON).textValue());
    values.add(record.key());
    values.add(record.json().substring(0, record.json().length() - 1));
    return RowFactory.create(values.toArray());
  }

  private static StructType visible() {
    Stream<StructField> place =
        Stream.of(
            DataTypes.createStructField("key", DataTypes.StringType, true),
            DataTypes.createStructField("topic", DataTypes.StringType, false),
            DataTypes.createStructField("partition", DataTypes.IntegerType, false),
            DataTypes.createStructField("offset", DataTypes.LongType, false),
            DataTypes.createStructField("timestamp", DataTypes.TimestampType, true));
    Stream<StructField> strings =
        Fields.STRINGS.stream()
            .map(name -> DataTypes.createStructField(name, DataTypes.StringType, true));
    Stream<StructField> version =
        Stream.of(DataTypes.createStructField(Fields.EVENT_VERSION, DataTypes.LongType, true));
    Stream<StructField> numbers =
        Stream.of(Fields.P_NEGATIVE, Fields.P_NEUTRAL, Fields.P_POSITIVE, Fields.SCORE)
            .map(name -> DataTypes.createStructField(name, DataTypes.DoubleType, true));
    Stream<StructField> words =
        Stream.of(Fields.SCORER, Fields.REASON)
            .map(name -> DataTypes.createStructField(name, DataTypes.StringType, true));
    return new StructType(
        Stream.of(place, strings, version, numbers, words)
            .flatMap(fields -> fields)
            .toArray(StructField[]::new));
  }
}
