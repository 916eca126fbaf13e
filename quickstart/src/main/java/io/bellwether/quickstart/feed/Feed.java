package io.bellwether.quickstart.feed;

import io.bellwether.quickstart.process.LaunchException;
import io.bellwether.quickstart.rows.CsvRows;
import io.bellwether.quickstart.rows.Meter;
import io.bellwether.quickstart.rows.Pace;
import io.bellwether.quickstart.rows.Row;
import io.bellwether.quickstart.rows.Timekeeper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** Says a file's rows one after the other, each at its moment. */
public final class Feed {
  private static final double NANOS_PER_SECOND = 1e9;

  private final Plan plan;
  private final Voice voice;
  private final Meter meter;
  private final Timekeeper time;
  private final Pace pace;
  private long posted;
  private long skipped;
  private long bad;

  /**
   * What to say.
   *
   * @param column that holds the texts
   * @param rate posts a second
   * @param limit posts at most
   */
  public record Plan(Path file, String column, double rate, long limit) {}

  /** Begins its schedule now. */
  public Feed(Plan plan, Voice voice, Meter meter, Timekeeper time) {
    this.plan = plan;
    this.voice = voice;
    this.meter = meter;
    this.time = time;
    this.pace = new Pace(time);
  }

  /** How many rows a file has, good and bad. */
  public static long count(Path file) {
    try (CsvRows rows = CsvRows.open(file)) {
      long count = 0;
      while (rows.next().isPresent()) {
        count++;
      }
      return count;
    }
  }

  /**
   * Until the file's end, the limit, or the user stops it.
   *
   * @throws LaunchException if nothing more can be posted
   */
  public void run() throws InterruptedException {
    try (CsvRows rows = CsvRows.open(plan.file)) {
      int column = rows.header().index(plan.column);
      Optional<Row> next = rows.next();
      while (next.isPresent() && posted < plan.limit && handled(next.get(), column)) {
        meter.at(() -> posted + skipped + bad, posted);
        next = rows.next();
      }
    }
  }

  /** False when the user stopped before the row was posted. */
  private boolean handled(Row row, int column) throws InterruptedException {
    if (row instanceof Row.Bad broken) {
      bad++;
      report(broken.line(), broken.reason());
      return !time.stopped();
    }
    String text = ((Row.Values) row).values().get(column);
    if (text.isBlank()) {
      skipped++;
      report(row.line(), "skipped, nothing to say");
      return !time.stopped();
    }
    return pace.awaitTurn(Pace.atRate(posted, plan.rate)) && said(row.line(), text);
  }

  private boolean said(long line, String text) throws InterruptedException {
    while (true) {
      Voice.Answer answer = ask(line, text);
      if (answer instanceof Voice.Answer.Later later) {
        if (time.stoppedWithin(later.pause().toNanos())) {
          return false;
        }
      } else {
        if (answer instanceof Voice.Answer.Refused refused) {
          skipped++;
          report(line, "skipped, " + refused.reason());
        } else {
          posted++;
        }
        return true;
      }
    }
  }

  private Voice.Answer ask(long line, String text) throws InterruptedException {
    try {
      return voice.say(text);
    } catch (IOException e) {
      // To say it again could double it, to go on could lose it: a person decides.
      throw new LaunchException(
          plan.file + ":" + line + ": whether this row was posted is not known: " + e, e);
    }
  }

  private void report(long line, String reason) {
    meter.note(plan.file + ":" + line + ": " + reason);
  }

  /** What it has come to so far, for a person to read. */
  public String counts() {
    return String.format(
        Locale.ROOT,
        "%,d posted, %,d skipped, %,d bad rows, in %.1f s.",
        posted,
        skipped,
        bad,
        pace.elapsed() / NANOS_PER_SECOND);
  }
}
