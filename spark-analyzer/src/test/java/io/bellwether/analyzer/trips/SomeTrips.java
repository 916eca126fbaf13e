package io.bellwether.analyzer.trips;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Two made-up months: their headers differ, and some of their rows are no trips. */
public final class SomeTrips {
  private static final ZoneId PORTLAND = ZoneId.of("America/Los_Angeles");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("M/d/yyyy");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm");
  private static final String OLD =
      "RouteID,PaymentPlan,StartHub,StartLatitude,StartLongitude,StartDate,StartTime,EndHub,"
          + "EndLatitude,EndLongitude,EndDate,EndTime,BikeID,BikeName,Distance_Miles,Duration";
  private static final String NEW =
      "RouteID,PaymentPlan,StartHub,Start_Latitude,Start_Longitude,StartDate,StartTime,EndHub,"
          + "End_Latitude,End_Longitude,EndDate,EndTime,BikeID,BikeName,Distance_Miles_,Duration";

  /** The row of this number in each file, 1 being the first after the header, is bad this way. */
  static final int BAD_DATE = 11;

  static final int NEGATIVE = 12;
  static final int NOWHERE = 13;
  static final int ABSURD = 14;
  static final int TWICE = 15;

  private final String name;
  private final List<String> lines = new ArrayList<>();
  private final LocalDateTime begin;

  private SomeTrips(String name, LocalDateTime begin) {
    this.name = name;
    this.begin = begin;
  }

  /** Rows in the order of their starts; the same for the same seed. */
  public static SomeTrips month(String name, int seed, int rows) {
    boolean old = seed % 2 == 0;
    SomeTrips month =
        new SomeTrips(name, LocalDateTime.of(old ? 2016 : 2019, old ? 7 : 6, 1, 0, 0));
    month.lines.add(old ? OLD : NEW);
    Random random = new Random(seed);
    int minute = 0;
    for (int i = 1; i <= rows; i++) {
      minute += random.nextInt(2 * 28 * 24 * 60 / rows);
      month.lines.add(month.line(seed * 100_000 + i, i, minute, random));
    }
    return month;
  }

  private String line(int id, int number, int minute, Random random) {
    LocalDateTime start = begin.plusMinutes(minute);
    int seconds = 60 + random.nextInt(4_000);
    LocalDateTime end = start.plusSeconds(seconds);
    String duration = seconds / 3600 + String.format(":%02d:%02d", seconds / 60 % 60, seconds % 60);
    boolean nowhere = number == NOWHERE;
    boolean outside = nowhere || random.nextInt(5) == 0;
    String[] values = {
      "" + (number == TWICE ? id - TWICE + 1 : id),
      random.nextInt(3) == 0 ? "Subscriber" : "Casual",
      outside ? "" : "Station " + random.nextInt(17),
      nowhere ? "" : "45.5",
      nowhere ? "" : "-122.6",
      number == BAD_DATE ? "6/31/2016" : DATE.format(start),
      TIME.format(start),
      "Station " + random.nextInt(19),
      "45.6",
      "-122.7",
      DATE.format(end),
      TIME.format(end),
      "" + (6000 + (number == TWICE ? 1 : number % 50)),
      "\"0957 DESIGN BIKE, EXPLORIN' SE\"",
      "" + random.nextInt(900) / 100.0,
      number == NEGATIVE ? "-0:05:00" : number == ABSURD ? "999:00:00" : duration
    };
    return String.join(",", values);
  }

  /** Puts a line where it will be the one of this number; for rows that no replay sends. */
  void insert(int line, String text) {
    lines.add(line - 1, text);
  }

  /** As a gzip file. */
  public Path write(Path folder) throws IOException {
    Path file = folder.resolve(name);
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write((String.join("\n", lines) + "\n").getBytes(UTF_8));
    }
    return file;
  }

  int rows() {
    return lines.size() - 1;
  }

  /** As {@code replay} sends it: in order, by bike, with the row's own time and place. */
  public List<ProducerRecord<String, String>> records(String topic) {
    List<ProducerRecord<String, String>> records = new ArrayList<>();
    String[] names = lines.get(0).split(",");
    long last = 0;
    for (int i = 1; i < lines.size(); i++) {
      String[] values =
          lines.get(i).replace("\"0957 DESIGN BIKE, EX", "\"0957 DESIGN BIKE EX").split(",");
      ObjectNode row = JSON.createObjectNode();
      for (int j = 0; j < names.length; j++) {
        row.put(names[j], values[j]);
      }
      if (i != BAD_DATE) {
        last =
            LocalDateTime.parse(
                    values[5] + " " + values[6], DateTimeFormatter.ofPattern("M/d/yyyy H:mm"))
                .atZone(PORTLAND)
                .toInstant()
                .toEpochMilli();
      }
      ProducerRecord<String, String> record =
          new ProducerRecord<>(topic, null, last, values[12], row.toString());
      record.headers().add("file", name.getBytes(UTF_8));
      record.headers().add("line", ("" + (i + 1)).getBytes(UTF_8));
      records.add(record);
    }
    return records;
  }
}
