package io.bellwether.quickstart.trips;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Keeps trips that were made up as files, so that they are replayed as recorded ones are. */
final class TripFiles {
  private static final long SEED = 20_160_719;

  private TripFiles() {}

  /**
   * The past, which is to be sent at once, and the rest of a year, in this order. Written where
   * they are missing.
   */
  static List<Path> in(Path folder) {
    Path past = folder.resolve("past.csv.gz");
    Path present = folder.resolve("present.csv.gz");
    try {
      if (!Files.exists(past) || !Files.exists(present)) {
        Files.createDirectories(folder);
        MadeUpTrips trips = new MadeUpTrips(SEED);
        write(past, trips, 0, MadeUpTrips.PAST_DAYS);
        write(present, trips, MadeUpTrips.PAST_DAYS, MadeUpTrips.DAYS);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write trips into " + folder, e);
    }
    return List.of(past, present);
  }

  /** Whole or not at all. */
  private static void write(Path file, MadeUpTrips trips, int from, int to) throws IOException {
    Path temporary = Files.createTempFile(file.getParent(), "trips", ".tmp");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(temporary));
        Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        CsvWriter csv = CsvWriter.builder().build(text)) {
      csv.writeRecord(Ride.HEADER);
      for (int day = from; day < to; day++) {
        trips.day(day).forEach(csv::writeRecord);
      }
    }
    Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
  }
}
