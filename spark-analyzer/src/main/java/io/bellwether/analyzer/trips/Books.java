package io.bellwether.analyzer.trips;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bellwether.analyzer.trips.alerts.AlertDesk;
import io.bellwether.analyzer.trips.statistics.Tally;

/**
 * All that the job knows of the trips so far. As JSON it is the state in Spark's checkpoint; a
 * field that an older version did not write is empty.
 */
final class Books {
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .setVisibility(PropertyAccessor.ALL, JsonAutoDetect.Visibility.NONE)
          .setVisibility(PropertyAccessor.FIELD, JsonAutoDetect.Visibility.ANY)
          .setVisibility(PropertyAccessor.CREATOR, JsonAutoDetect.Visibility.ANY);

  private final Tally tally = new Tally();
  private final AlertDesk desk = new AlertDesk();

  Tally tally() {
    return tally;
  }

  AlertDesk desk() {
    return desk;
  }

  String json() {
    try {
      return JSON.writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The books can always be written as JSON", e);
    }
  }

  static Books of(String json) {
    try {
      return JSON.readValue(json, Books.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(
          "The checkpoint's books of the trips are not those of this version; begin with a new"
              + " checkpoint.location: "
              + e.getOriginalMessage(),
          e);
    }
  }
}
