package io.bellwether.analyzer.trips;

import io.bellwether.analyzer.trips.alerts.*;
import io.bellwether.analyzer.trips.cleaning.*;
import io.bellwether.analyzer.trips.files.*;
import io.bellwether.analyzer.trips.statistics.*;
import java.nio.file.*;
import java.time.*;
import java.util.*;
import java.util.stream.*;
import org.junit.jupiter.api.Test;

class ByHandTest {
  @Test
  void look() throws Exception {
    ZoneId la = ZoneId.of("America/Los_Angeles");
    Cleaning cleaning =
        new Cleaning(Map.of(), "M/d/yyyy H:mm", la, new Cleaning.Limits(86400, 100));
    Tally tally = new Tally();
    AlertSettings set =
        new AlertSettings(la, Duration.ofHours(1), Duration.ofDays(1), 4, 8, 20, 25, 7);
    AlertDesk desk = new AlertDesk();
    List<TripAlert> alerts = new ArrayList<>();
    for (String f : List.of("2016_07.csv.gz", "2019_06.csv.gz")) {
      List<Arrival> some = new ArrayList<>();
      try (CsvLines lines =
          new CsvLines(Files.newInputStream(Path.of("/work/shared/data/biketown", f)))) {
        while (lines.hasNext()) {
          FileRow row = lines.next();
          Cleaned c =
              row instanceof FileRow.Values v
                  ? cleaning.clean(v.byName())
                  : new Cleaned.Dropped(((FileRow.Bad) row).rule(), "x");
          tally.add(c, la);
          if (c instanceof Cleaned.Kept k) some.add(new Arrival(0, k.trip().start(), k.trip()));
        }
      }
      alerts.addAll(desk.accept(some, set));
    }
    new Statistics(5, "miles").of(tally).values().forEach(System.out::println);
    System.out.println(
        alerts.stream()
            .collect(
                Collectors.groupingBy(
                    a -> a.kind() + a.at().toString().substring(0, 4), Collectors.counting())));
    Map<String, Integer> n = new HashMap<>();
    for (TripAlert a : alerts)
      if (n.merge(a.kind(), 1, Integer::sum) % 6 == 1) System.out.println(a.text());
  }
}
