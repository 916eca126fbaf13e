package io.bellwether.analyzer.trips;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bellwether.analyzer.trips.cleaning.Cleaned;
import io.bellwether.analyzer.trips.cleaning.Cleaning;
import io.bellwether.analyzer.trips.cleaning.CleaningRule;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.util.List;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Row;

/** Reads a record of a topic: a JSON object whose fields are the columns of a row. */
final class ReadRecord implements MapFunction<Row, Row> {
  private static final long serialVersionUID = 1;
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Column of the headers, after those that all jobs read. */
  private static final int HEADERS = 6;

  private final Cleaning cleaning;

  ReadRecord(Cleaning cleaning) {
    this.cleaning = cleaning;
  }

  @Override
  public Row call(Row row) {
    Place place = new Place(row.getString(2), row.getInt(3), row.getLong(4), origin(row));
    byte[] value = (byte[]) row.get(1);
    String text = value == null ? null : new String(value, StandardCharsets.UTF_8);
    Cleaned cleaned = cleaned(text);
    String kept = cleaned instanceof Cleaned.Kept ? null : text;
    long at = ((Timestamp) row.get(5)).getTime();
    return JudgedRows.row(new JudgedRow(place, false, at, cleaned, kept));
  }

  private Cleaned cleaned(String text) {
    if (text == null) {
      return new Cleaned.Dropped(CleaningRule.UNREADABLE, "the record has no value");
    }
    try {
      JsonNode object = JSON.readTree(text);
      if (object.isObject()) {
        return cleaning.clean(name -> value(object.get(name)));
      }
      return new Cleaned.Dropped(CleaningRule.UNREADABLE, "the value is no JSON object");
    } catch (JsonProcessingException e) {
      String reason = "the value is no JSON: " + e.getOriginalMessage();
      return new Cleaned.Dropped(CleaningRule.UNREADABLE, reason);
    }
  }

  /** A column that is there without a value is blank, as it is in a file. */
  private static String value(JsonNode field) {
    return field == null ? null : field.isNull() ? "" : field.asText(field.toString());
  }

  /** What the headers {@code file} and {@code line} say. */
  private static String origin(Row row) {
    if (row.isNullAt(HEADERS)) {
      return null;
    }
    String file = null;
    String line = null;
    List<Row> headers = row.getList(HEADERS);
    for (Row header : headers) {
      byte[] value = (byte[]) header.get(1);
      String text = value == null ? null : new String(value, StandardCharsets.UTF_8);
      switch (header.getString(0)) {
        case "file" -> file = text;
        case "line" -> line = text;
        default -> {
          // Somebody else's.
        }
      }
    }
    return file == null || line == null ? null : file + ":" + line;
  }
}
