package io.bellwether.quickstart.rows;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.bellwether.quickstart.process.LaunchException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * The rows of a CSV file as RFC 4180 describes it, in UTF-8, plain or gzip (told by its content,
 * not by its name), its first row being the header. Read once and forwards, in constant memory.
 */
public final class CsvRows implements AutoCloseable {
  private static final int BUFFER = 1 << 16;
  private static final int GZIP_MAGIC = 0x1f8b;

  private final Path file;
  private final FileChannel channel;
  private final CsvReader<CsvRecord> reader;
  private final CloseableIterator<CsvRecord> records;
  private final Header header;
  private long line;
  private long bytes;

  private CsvRows(Path file, FileChannel channel) throws IOException {
    this.file = file;
    this.channel = channel;
    this.reader =
        CsvReader.builder()
            .detectBomHeader(true)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .allowUnclosedQuote(false)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .ofCsvRecord(unpacked(Channels.newInputStream(channel)));
    this.records = reader.iterator();
    List<String> names =
        record()
            .orElseThrow(() -> new LaunchException(file + " is empty; its first row names columns"))
            .getFields();
    this.header = new Header(file, names);
  }

  /**
   * Opens a file and reads its header.
   *
   * @throws LaunchException if there is none, or it cannot be read
   */
  public static CsvRows open(Path file) {
    try {
      FileChannel channel = FileChannel.open(file);
      try {
        return new CsvRows(file, channel);
      } catch (IOException | RuntimeException e) {
        channel.close();
        throw e;
      }
    } catch (NoSuchFileException e) {
      throw new LaunchException("There is no file " + file + ".", e);
    } catch (IOException e) {
      throw new LaunchException("Cannot read " + file + ": " + e.getMessage(), e);
    }
  }

  private static InputStream unpacked(InputStream raw) throws IOException {
    BufferedInputStream buffered = new BufferedInputStream(raw, BUFFER);
    buffered.mark(2);
    int magic = buffered.read() << 8 | buffered.read();
    buffered.reset();
    return magic == GZIP_MAGIC ? new GZIPInputStream(buffered, BUFFER) : buffered;
  }

  public Header header() {
    return header;
  }

  /**
   * The next row; empty at the end.
   *
   * @throws LaunchException if the file cannot be read on, such as a gzip file that is cut off
   */
  public Optional<Row> next() {
    return record().map(this::row);
  }

  private Row row(CsvRecord found) {
    int count = found.getFieldCount();
    return count == header.names().size()
        ? new Row.Values(line, found.getFields())
        : new Row.Bad(line, count + " columns where the header has " + header.names().size());
  }

  private Optional<CsvRecord> record() {
    try {
      if (!records.hasNext()) {
        return Optional.empty();
      }
      CsvRecord next = records.next();
      line = next.getStartingLineNumber();
      return Optional.of(next);
    } catch (UncheckedIOException | CsvParseException e) {
      Throwable reason = e.getCause() == null ? e : e.getCause();
      throw new LaunchException(
          "Cannot read " + file + " after the row of line " + line + ": " + reason.getMessage(), e);
    }
  }

  /** How many bytes of the file have been read, of as many as it is long. */
  public long bytesRead() {
    try {
      bytes = channel.isOpen() ? channel.position() : bytes;
      return bytes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    bytes = bytesRead();
    try {
      reader.close();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot close " + file, e);
    }
  }
}
