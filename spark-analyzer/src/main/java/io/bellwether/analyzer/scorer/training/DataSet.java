package io.bellwether.analyzer.scorer.training;

import io.bellwether.analyzer.scorer.data.Labelled;
import io.bellwether.analyzer.scorer.data.LabelledCsv;
import io.bellwether.analyzer.scorer.data.ToolException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The rows of one file, in an order decided by lot.
 *
 * @param name the file's, without its folder
 */
public record DataSet(String name, List<Labelled> rows) {
  private static final Pattern FILE_AND_SHARE = Pattern.compile("(.+):(0?\\.\\d+|1)");

  /**
   * Reads {@code a.csv,b.csv:0.2}: all rows of the one, a fifth of the other. Of texts that are
   * nearly the same only the first is kept, also across files.
   */
  public static List<DataSet> read(String files, LabelledCsv csv, long seed) {
    NearDuplicates duplicates = new NearDuplicates();
    List<DataSet> sets = new ArrayList<>();
    for (String entry : files.split(",")) {
      Matcher parts = FILE_AND_SHARE.matcher(entry.strip());
      boolean shared = parts.matches();
      Path file = Path.of(shared ? parts.group(1) : entry.strip());
      double share = shared ? Double.parseDouble(parts.group(2)) : 1;
      List<Labelled> rows = new ArrayList<>(csv.read(file));
      rows.removeIf(row -> !duplicates.isNew(row.text()));
      Collections.shuffle(rows, new Random(seed));
      int taken = (int) Math.round(rows.size() * share);
      if (taken == 0) {
        throw new ToolException("Nothing is left of " + entry);
      }
      sets.add(new DataSet(file.getFileName().toString(), List.copyOf(rows.subList(0, taken))));
    }
    return sets;
  }

  /** The first rows, as many as the share says. */
  List<Labelled> heldOut(double share) {
    return rows.subList(0, cut(share));
  }

  /** All others. */
  public List<Labelled> kept(double share) {
    return rows.subList(cut(share), rows.size());
  }

  private int cut(double share) {
    return (int) (rows.size() * share);
  }
}
