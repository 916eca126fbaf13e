package io.bellwether.quickstart.replay;

import io.bellwether.quickstart.process.LaunchException;
import io.bellwether.quickstart.rows.CsvRows;
import io.bellwether.quickstart.rows.Meter;
import io.bellwether.quickstart.rows.Pace;
import io.bellwether.quickstart.rows.Row;
import io.bellwether.quickstart.rows.Timekeeper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;

/** Sends the rows of files, one file after the other, each row at its moment. */
public final class Replay {
  private static final double NANOS_PER_SECOND = 1e9;

  /** Brokers refuse records that lie further ahead, by default. */
  private static final long AHEAD_MILLIS = 3_600_000;

  /** Brokers refuse larger records, by default. */
  private static final int LARGEST = 1_000_000;

  private final Plan plan;
  private final Producer<byte[], byte[]> producer;
  private final Meter meter;
  private final Timekeeper time;
  private final AckWindow window;
  private final AtomicLong acknowledged = new AtomicLong();
  private final long latest = System.currentTimeMillis() + AHEAD_MILLIS;
  private Pace pace;
  private long firstMillis;
  private long sent;
  private long bad;
  private long before;
  private long bytesBefore;

  /**
   * What to send.
   *
   * @param timeColumns whose values, joined by a space, say a row's moment
   * @param keyColumn null for records without key
   * @param speed how many times as fast as it happened; infinity for as fast as possible
   * @param begin where to go on
   */
  public record Plan(
      List<Path> files,
      String topic,
      List<String> timeColumns,
      String keyColumn,
      EventTime format,
      double speed,
      Position begin) {
    Columns.Choice columns() {
      return new Columns.Choice(timeColumns, keyColumn);
    }

    /** Finds what is missing in the files' headers. */
    public void check() {
      Columns.check(files, columns());
    }
  }

  /** Begins its schedule with the first row it sends. */
  public Replay(Plan plan, Producer<byte[], byte[]> producer, Meter meter, Timekeeper time) {
    this.plan = plan;
    this.producer = producer;
    this.meter = meter;
    this.time = time;
    this.window = new AckWindow(plan.begin);
    this.pace = new Pace(time);
  }

  /**
   * Until the end of the files or the user stops it; then what is under way has been acknowledged.
   *
   * @throws LaunchException if a row is not taken, or all there are were bad
   */
  public void run() throws InterruptedException {
    boolean goOn = true;
    for (int i = plan.begin.file(); i < plan.files.size() && goOn; i++) {
      try (CsvRows rows = CsvRows.open(plan.files.get(i))) {
        goOn = sendAll(rows, i);
        bytesBefore += rows.bytesRead();
      }
    }
    meter.at(() -> bytesBefore, sent);
    producer.flush();
    failOnRefusal();
    if (goOn && sent == 0 && bad > 0) {
      throw new LaunchException("No row could be sent: each one was bad");
    }
  }

  private boolean sendAll(CsvRows rows, int file) throws InterruptedException {
    Columns columns = Columns.of(rows.header(), plan.columns());
    RowJson json = new RowJson(rows.header());
    long done = file == plan.begin.file() ? plan.begin.line() : 0;
    LongSupplier position = () -> bytesBefore + rows.bytesRead();
    for (Optional<Row> next = rows.next(); next.isPresent(); next = rows.next()) {
      Row row = next.get();
      if (row.line() <= done) {
        before++;
      } else if (row instanceof Row.Values values) {
        if (!prepared(values, new Position(file, row.line()), columns, json)) {
          return false;
        }
      } else {
        skip((Row.Bad) row, file);
      }
      if (time.stopped()) {
        return false;
      }
      meter.at(position, sent);
    }
    return true;
  }

  /** False when the user stopped before the row was sent. */
  private boolean prepared(Row.Values row, Position position, Columns columns, RowJson json)
      throws InterruptedException {
    long millis;
    try {
      millis = columns.millis(row.values(), plan.format);
    } catch (DateTimeException e) {
      skip(new Row.Bad(row.line(), "no time: " + e.getMessage()), position.file());
      return true;
    }
    byte[] value = json.bytes(row.values());
    if (millis < 0 || millis > latest) {
      skip(new Row.Bad(row.line(), "its time is before 1970 or to come"), position.file());
    } else if (value.length > LARGEST) {
      skip(new Row.Bad(row.line(), "larger than a record may be"), position.file());
    } else {
      return sentInTurn(millis, columns.key(row.values()), value, position);
    }
    return true;
  }

  private boolean sentInTurn(long millis, byte[] key, byte[] value, Position position)
      throws InterruptedException {
    if (sent == 0) {
      firstMillis = millis;
      pace = new Pace(time);
    }
    if (!pace.awaitTurn(Pace.inEventTime(millis - firstMillis, plan.speed))) {
      return false;
    }
    failOnRefusal();
    long number = window.add(position);
    // The callback is told the same, in order and without anybody waiting.
    Future<RecordMetadata> unused =
        producer.send(
            new ProducerRecord<>(plan.topic, null, millis, key, value, origin(position)),
            (metadata, refusal) -> settled(number, refusal));
    sent++;
    return true;
  }

  /** Where the row stood, so that who finds it bad can say so. */
  private List<Header> origin(Position position) {
    String file = plan.files.get(position.file()).getFileName().toString();
    return List.of(
        new RecordHeader("file", file.getBytes(StandardCharsets.UTF_8)),
        new RecordHeader(
            "line", Long.toString(position.line()).getBytes(StandardCharsets.US_ASCII)));
  }

  private void settled(long number, Exception refusal) {
    if (refusal == null) {
      acknowledged.incrementAndGet();
      window.settle(number);
    } else {
      window.fail(refusal);
    }
  }

  private void skip(Row.Bad row, int file) throws InterruptedException {
    bad++;
    meter.note(plan.files.get(file) + ":" + row.line() + ": " + row.reason());
    window.settle(window.add(new Position(file, row.line())));
  }

  private void failOnRefusal() {
    Optional<Exception> refusal = window.failure();
    if (refusal.isPresent()) {
      throw new LaunchException(
          "The broker did not take a row: " + refusal.get().getMessage(), refusal.get());
    }
  }

  /**
   * Of this run and those before, the last row before which nothing is missing. Bad rows alone move
   * nothing: they may be bad only for how this run was told to read them.
   */
  public Position position() {
    return acknowledged.get() == 0 ? plan.begin : window.acknowledged();
  }

  /** What it has come to so far, for a person to read. */
  public String counts() {
    double seconds = pace.elapsed() / NANOS_PER_SECOND;
    long rows = acknowledged.get();
    return String.format(
        Locale.ROOT,
        "%,d rows acknowledged of %,d sent, %,d bad rows skipped, %,d done by an earlier run,"
            + " in %.1f s (%,.0f a second).",
        rows,
        sent,
        bad,
        before,
        seconds,
        rows / seconds);
  }
}
