package io.bellwether.analyzer.trips.files;

import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import io.bellwether.analyzer.trips.cleaning.CleaningRule;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.zip.GZIPInputStream;

/**
 * The rows of a CSV file, plain or gzip (told by its content), its first line being the header.
 * Each line is parsed by itself, so that a quote that is never closed spoils one row and not all
 * that follow; a value with a line break in it is not supported. A file that breaks off ends with a
 * {@link FileRow.Bad} and is no failure.
 */
public final class CsvLines implements Iterator<FileRow>, AutoCloseable {
  private static final int GZIP_MAGIC = 0x1f8b;
  private static final int BUFFER = 1 << 16;
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final CsvParser parser = new CsvParser(settings());
  private final InputStream raw;
  private BufferedReader lines;
  private List<String> header;
  private long line;
  private FileRow next;

  /** Reads from a stream, which {@link #close} closes. */
  public CsvLines(InputStream raw) {
    this.raw = raw;
    this.next = first();
  }

  private FileRow first() {
    try {
      lines = new BufferedReader(new InputStreamReader(unpacked(raw), StandardCharsets.UTF_8));
      String names = readLine();
      if (names == null) {
        return damaged("it is empty; its first line names the columns");
      }
      boolean marked = names.startsWith(BYTE_ORDER_MARK);
      header = values(marked ? names.substring(1) : names).stream().map(String::strip).toList();
      return read();
    } catch (IOException e) {
      return damaged(e.getMessage());
    }
  }

  private static InputStream unpacked(InputStream raw) throws IOException {
    BufferedInputStream buffered = new BufferedInputStream(raw, BUFFER);
    buffered.mark(2);
    int magic = buffered.read() << 8 | buffered.read();
    buffered.reset();
    return magic == GZIP_MAGIC ? new GZIPInputStream(buffered, BUFFER) : buffered;
  }

  private FileRow read() {
    try {
      String text = readLine();
      while (text != null && text.isBlank()) {
        text = readLine();
      }
      return text == null ? null : row(text);
    } catch (IOException e) {
      return damaged(e.getMessage());
    }
  }

  private String readLine() throws IOException {
    String text = lines.readLine();
    line++;
    return text;
  }

  private FileRow row(String text) {
    List<String> values = values(text);
    return values.size() == header.size()
        ? new FileRow.Values(line, header, values)
        : new FileRow.Bad(
            line,
            CleaningRule.COLUMNS,
            values.size() + " columns where the header has " + header.size(),
            text);
  }

  private List<String> values(String text) {
    String[] values = parser.parseLine(text);
    return values == null
        ? List.of()
        : Arrays.stream(values).map(value -> value == null ? "" : value).toList();
  }

  /** The last one there is. */
  private FileRow damaged(String reason) {
    header = null;
    long at = Math.max(1, line + (line == 0 ? 1 : 0));
    return new FileRow.Bad(at, CleaningRule.DAMAGED_FILE, "after line " + line + ": " + reason, "");
  }

  @Override
  public boolean hasNext() {
    return next != null;
  }

  @Override
  public FileRow next() {
    if (next == null) {
      throw new NoSuchElementException();
    }
    FileRow row = next;
    next = header == null ? null : read();
    return row;
  }

  @Override
  public void close() {
    try {
      raw.close();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot close a file of trips", e);
    }
  }

  private static CsvParserSettings settings() {
    CsvParserSettings settings = new CsvParserSettings();
    settings.setMaxCharsPerColumn(-1);
    settings.setMaxColumns(10_000);
    settings.setIgnoreLeadingWhitespaces(false);
    settings.setIgnoreTrailingWhitespaces(false);
    settings.getFormat().setComment('\0');
    return settings;
  }
}
