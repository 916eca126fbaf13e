package io.bellwether.analyzer.trips;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/**
 * The same counts by other means, to check the job by: columns by their number as the files of July
 * 2016 have them, and nothing of the job's code.
 */
final class PlainCount {
  private static final Pattern COMMA = Pattern.compile(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)");
  private final Set<String> ids = new HashSet<>();
  private final Map<String, Integer> starts = new HashMap<>();
  private final Map<String, Integer> plans = new HashMap<>();
  private long seconds;

  PlainCount(Path file, int distanceColumn, int durationColumn) throws IOException {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
      lines.readLine();
      lines
          .lines()
          .map(line -> COMMA.split(line, -1))
          .forEach(row -> add(row, row[distanceColumn], row[durationColumn]));
    }
  }

  private void add(String[] row, String distance, String duration) {
    boolean placed =
        (!row[2].isBlank() || !row[3].isBlank()) && (!row[7].isBlank() || !row[8].isBlank());
    if (!placed || duration.isBlank() || duration.startsWith("-") || !exists(row[5])) {
      return;
    }
    String[] clock = duration.split(":");
    int took =
        Integer.parseInt(clock[0]) * 3600
            + Integer.parseInt(clock[1]) * 60
            + Integer.parseInt(clock[2]);
    if (took > 86_400 || Double.parseDouble(distance) > 100 || !ids.add(row[0])) {
      return;
    }
    seconds += took;
    plans.merge(row[1], 1, Integer::sum);
    if (!row[2].isBlank()) {
      starts.merge(row[2].strip(), 1, Integer::sum);
    }
  }

  private static boolean exists(String date) {
    String[] parts = date.split("/");
    int day = Integer.parseInt(parts[1]);
    int[] days = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return day <= days[Integer.parseInt(parts[0]) - 1];
  }

  long trips() {
    return ids.size();
  }

  String averageDuration() {
    return BigDecimal.valueOf(seconds)
        .divide(BigDecimal.valueOf(ids.size()), 6, RoundingMode.HALF_EVEN)
        .toPlainString();
  }

  List<String> topStarts() {
    return starts.entrySet().stream()
        .sorted(
            Comparator.comparing((Map.Entry<String, Integer> station) -> -station.getValue())
                .thenComparing(Map.Entry::getKey))
        .limit(10)
        .map(station -> station.getKey() + "=" + station.getValue())
        .toList();
  }

  String share(String plan) {
    return BigDecimal.valueOf(plans.get(plan))
        .divide(BigDecimal.valueOf(ids.size()), 6, RoundingMode.HALF_EVEN)
        .toPlainString();
  }
}
