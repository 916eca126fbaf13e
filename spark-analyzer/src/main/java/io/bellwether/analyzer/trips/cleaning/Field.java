package io.bellwether.analyzer.trips.cleaning;

/** What is read of a row, and what its columns are called where nothing else is configured. */
public enum Field {
  ID("id", "RouteID", true, "the trip's identity"),
  BIKE("bike", "BikeID", false, "the bike"),
  PLAN("plan", "PaymentPlan", false, "how the trip is paid for"),
  START("start", "StartDate+StartTime", true, "the date and time of the start"),
  END("end", "EndDate+EndTime", false, "the date and time of the end"),
  DURATION("duration", "Duration", true, "how long it took, as 0:25:46 or in seconds"),
  DISTANCE("distance", "Distance_Miles,Distance_Miles_", false, "how far it went"),
  FROM("from.station", "StartHub", false, "the station where it starts"),
  TO("to.station", "EndHub", false, "the station where it ends"),
  FROM_POSITION(
      "from.position",
      "StartLatitude+StartLongitude,Start_Latitude+Start_Longitude",
      false,
      "the position where it starts"),
  TO_POSITION(
      "to.position",
      "EndLatitude+EndLongitude,End_Latitude+End_Longitude",
      false,
      "the position where it ends");

  private final String label;
  private final String usual;
  private final boolean required;
  private final String meaning;

  Field(String label, String usual, boolean required, String meaning) {
    this.label = label;
    this.usual = usual;
    this.required = required;
    this.meaning = meaning;
  }

  /** The end of its key. */
  public String label() {
    return label;
  }

  /** Its columns in the BIKETOWN data of all years. */
  public String usual() {
    return usual;
  }

  boolean required() {
    return required;
  }

  public String meaning() {
    return meaning;
  }
}
