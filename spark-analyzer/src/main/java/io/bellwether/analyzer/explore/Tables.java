package io.bellwether.analyzer.explore;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.from_json;

import io.bellwether.analyzer.trips.TripTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.StructType;

/**
 * Makes a view of each topic. A view holds no data: every query reads the topic as it is then. Of
 * every record it has {@code _key}, {@code _partition}, {@code _offset}, {@code _written} and the
 * whole value as {@code _json}.
 */
final class Tables {
  private final SparkSession spark;
  private final Map<String, String> kafka;
  private final Map<String, List<String>> columns = new TreeMap<>();

  /**
   * Makes none yet.
   *
   * @param kafka settings of Kafka's clients
   */
  Tables(SparkSession spark, Map<String, String> kafka) {
    this.spark = spark;
    this.kafka = kafka;
  }

  /** Makes the views of topics; those of topics that are gone stay. */
  void refresh(List<String> topics) {
    for (String topic : topics) {
      if (columns.containsKey(name(topic))) {
        continue;
      }
      Dataset<Row> records = records(topic);
      if (topic.equals("trips")) {
        add("trips", TripTable.of(records));
      } else if (topic.equals("trip-statistics")) {
        add("trip_statistics_history", table(topic, records));
        spark
            .sql(
                "SELECT * FROM (SELECT *, row_number() OVER (PARTITION BY _key ORDER BY _offset"
                    + " DESC) AS _age FROM trip_statistics_history) WHERE _age = 1")
            .drop("_age")
            .createOrReplaceTempView("trip_statistics");
        columns.put("trip_statistics", columns.get("trip_statistics_history"));
      } else {
        add(name(topic), table(topic, records));
      }
    }
  }

  private void add(String name, Dataset<Row> table) {
    table.createOrReplaceTempView(name);
    columns.put(name, List.of(table.columns()));
  }

  /** Views and their columns. */
  Map<String, List<String>> columns() {
    return columns;
  }

  private static String name(String topic) {
    return topic.replaceAll("[^A-Za-z0-9_]", "_");
  }

  private Dataset<Row> records(String topic) {
    var reader =
        spark
            .read()
            .format("kafka")
            .option("subscribe", topic)
            .option("startingOffsets", "earliest")
            .option("endingOffsets", "latest")
            .option("includeHeaders", true)
            .option("failOnDataLoss", false);
    kafka.forEach((key, value) -> reader.option("kafka." + key, value));
    return reader.option("kafka.isolation.level", "read_committed").load();
  }

  private static Dataset<Row> table(String topic, Dataset<Row> records) {
    List<Column> selected = new ArrayList<>();
    String written = Contracts.columns(topic);
    StructType types = written.isEmpty() ? new StructType() : StructType.fromDDL(written);
    Column parsed = from_json(col("value").cast("string"), asRead(types), Map.of());
    for (String name : types.fieldNames()) {
      DataType type = types.apply(name).dataType();
      selected.add(col("_value").getField(name).cast(type).as(name));
    }
    selected.add(col("key").cast("string").as("_key"));
    selected.add(col("partition").as("_partition"));
    selected.add(col("offset").as("_offset"));
    selected.add(col("timestamp").as("_written"));
    selected.add(col("value").cast("string").as("_json"));
    return records.withColumn("_value", parsed).select(selected.toArray(Column[]::new));
  }

  /** Times and exact decimals are texts in JSON, and become what they are by a cast. */
  private static StructType asRead(StructType types) {
    StructType read = new StructType();
    for (var field : Arrays.asList(types.fields())) {
      boolean text =
          field.dataType() instanceof DecimalType
              || field.dataType().equals(DataTypes.TimestampType);
      read = read.add(field.name(), text ? DataTypes.StringType : field.dataType(), true);
    }
    return read;
  }
}
