package io.bellwether.quickstart.trips;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Makes rows as bad as those of real data: one of seven, in various ways, most of them harmless.
 */
final class Flaws {
  private static final int OF = 1_000;

  /** Of so many in a thousand; the first whose sum is above the lot. */
  private record Flaw(int share, Map<String, String> changes) {}

  private static final int TWICE = 3;

  private static final List<Flaw> FLAWS =
      List.of(
          new Flaw(3, Map.of("EndDate", "", "EndTime", "", "Duration", "")),
          new Flaw(2, Map.of("Duration", "31:07:00")),
          new Flaw(2, Map.of("Duration", "-0:12:00")),
          new Flaw(3, Map.of("EndHub", "", "EndLatitude", "", "EndLongitude", "")),
          new Flaw(3, Map.of("PaymentPlan", "")),
          new Flaw(50, Map.of("StartHub", "")),
          new Flaw(80, Map.of("EndHub", "")));

  private Flaws() {}

  /** The ride as rows: one as a rule, two where it stands in the data twice. */
  static List<List<String>> rows(Ride ride, Random random) {
    int lot = random.nextInt(OF);
    if (lot < TWICE) {
      return List.of(ride.row(), ride.row());
    }
    int sum = TWICE;
    for (Flaw flaw : FLAWS) {
      sum += flaw.share;
      if (lot < sum) {
        return List.of(changed(ride.row(), flaw.changes));
      }
    }
    return List.of(ride.row());
  }

  private static List<String> changed(List<String> row, Map<String, String> changes) {
    List<String> changed = new ArrayList<>(row);
    changes.forEach((column, value) -> changed.set(Ride.HEADER.indexOf(column), value));
    return changed;
  }
}
