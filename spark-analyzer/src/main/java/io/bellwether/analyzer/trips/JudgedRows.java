package io.bellwether.analyzer.trips;

import io.bellwether.analyzer.trips.cleaning.Cleaned;
import io.bellwether.analyzer.trips.cleaning.CleaningRule;
import io.bellwether.analyzer.trips.cleaning.Trip;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Judged rows as rows of Spark, between its stages. */
final class JudgedRows {
  static final StructType SCHEMA =
      new StructType()
          .add("identity", DataTypes.StringType, false)
          .add("source", DataTypes.StringType, false)
          .add("part", DataTypes.IntegerType, false)
          .add("position", DataTypes.LongType, false)
          .add("origin", DataTypes.StringType, true)
          .add("of_file", DataTypes.BooleanType, false)
          .add("at", DataTypes.LongType, false)
          .add("text", DataTypes.StringType, true)
          .add("rules", DataTypes.StringType, false)
          .add("reason", DataTypes.StringType, true)
          .add("id", DataTypes.StringType, true)
          .add("start", DataTypes.LongType, true)
          .add("end", DataTypes.LongType, true)
          .add("seconds", DataTypes.LongType, true)
          .add("distance", DataTypes.LongType, true)
          .add("plan", DataTypes.StringType, true)
          .add("from", DataTypes.StringType, true)
          .add("to", DataTypes.StringType, true)
          .add("bike", DataTypes.StringType, true);

  private static final int IDENTITY = 0;
  private static final int RULES = 8;
  private static final int REASON = 9;
  private static final int ID = 10;

  private JudgedRows() {}

  static String identity(Row row) {
    return row.getString(IDENTITY);
  }

  static Row row(JudgedRow judged) {
    Object[] values = new Object[SCHEMA.size()];
    Place place = judged.place();
    Object[] head = {
      judged.identity(),
      place.source(),
      place.part(),
      place.position(),
      place.origin(),
      judged.ofFile(),
      judged.at(),
      judged.text()
    };
    System.arraycopy(head, 0, values, 0, head.length);
    if (judged.cleaned() instanceof Cleaned.Kept kept) {
      Trip trip = kept.trip();
      values[RULES] =
          kept.notes().stream().map(CleaningRule::label).collect(Collectors.joining(","));
      Object[] tail = {
        trip.id(),
        trip.start(),
        trip.end(),
        trip.seconds(),
        trip.distance(),
        trip.plan(),
        trip.from(),
        trip.to(),
        trip.bike()
      };
      System.arraycopy(tail, 0, values, ID, tail.length);
    } else {
      Cleaned.Dropped dropped = (Cleaned.Dropped) judged.cleaned();
      values[RULES] = dropped.rule().label();
      values[REASON] = dropped.reason();
    }
    return RowFactory.create(values);
  }

  static JudgedRow judged(Row row) {
    Place place = new Place(row.getString(1), row.getInt(2), row.getLong(3), row.getString(4));
    return new JudgedRow(place, row.getBoolean(5), row.getLong(6), cleaned(row), row.getString(7));
  }

  private static Cleaned cleaned(Row row) {
    if (row.isNullAt(ID)) {
      return new Cleaned.Dropped(CleaningRule.of(row.getString(RULES)), row.getString(REASON));
    }
    Trip trip =
        new Trip(
            row.getString(ID),
            row.getLong(ID + 1),
            row.getLong(ID + 2),
            row.getLong(ID + 3),
            (Long) row.get(ID + 4),
            row.getString(ID + 5),
            row.getString(ID + 6),
            row.getString(ID + 7),
            row.getString(ID + 8));
    return new Cleaned.Kept(trip, notes(row.getString(RULES)));
  }

  private static Set<CleaningRule> notes(String labels) {
    Set<CleaningRule> notes = EnumSet.noneOf(CleaningRule.class);
    Arrays.stream(labels.split(","))
        .filter(label -> !label.isEmpty())
        .map(CleaningRule::of)
        .forEach(notes::add);
    return notes;
  }
}
