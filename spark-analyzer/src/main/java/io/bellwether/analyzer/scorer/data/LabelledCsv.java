package io.bellwether.analyzer.scorer.data;

import com.univocity.parsers.common.TextParsingException;
import com.univocity.parsers.common.record.Record;
import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads labelled texts from CSV files (RFC 4180, UTF-8, with a header) by the parser of Spark. */
public final class LabelledCsv {
  /** Excel writes it before the first column's name. */
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private static final int LONGEST_CELL = 10_000_000;
  private static final int MOST_COLUMNS = 10_000;
  private static final int LONGEST_SHOWN = 40;

  private final String textColumn;
  private final String labelColumn;

  public LabelledCsv(String textColumn, String labelColumn) {
    this.textColumn = textColumn;
    this.labelColumn = labelColumn;
  }

  /**
   * @return the rows in the file's order, those with a blank text left out
   * @throws ToolException if the file cannot be read, a column is missing, a label is none, or
   *     there is no row
   */
  public List<Labelled> read(Path file) {
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      CsvParser parser = new CsvParser(settings());
      parser.beginParsing(reader);
      List<Labelled> rows = new ArrayList<>();
      int[] columns = columns(file, parser.parseNext());
      long from = parser.getContext().currentChar();
      for (Record row = parser.parseNextRecord(); row != null; row = parser.parseNextRecord()) {
        add(file, from, row, columns, rows);
        from = parser.getContext().currentChar();
      }
      if (rows.isEmpty()) {
        throw new ToolException(file + " has no row with a text");
      }
      return rows;
    } catch (IOException e) {
      throw new ToolException("Cannot read " + file + ": " + e, e);
    } catch (TextParsingException e) {
      throw new ToolException(whatIsWrong(file, e), e);
    }
  }

  private static String whatIsWrong(Path file, TextParsingException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof CharacterCodingException) {
        return file + ", near line " + (e.getLineIndex() + 1) + ": it is not in UTF-8";
      }
      if (cause instanceof ArrayIndexOutOfBoundsException) {
        return file
            + ", near line "
            + (e.getLineIndex() + 1)
            + ": a cell has more than "
            + LONGEST_CELL
            + " characters, or a row more than "
            + MOST_COLUMNS
            + " cells. Is a quote left open?";
      }
    }
    return file + ", near line " + (e.getLineIndex() + 1) + ": it is no CSV";
  }

  private int[] columns(Path file, String[] header) {
    List<String> names =
        header == null
            ? List.of()
            : Arrays.stream(header).map(name -> name == null ? "" : name.strip()).toList();
    if (!names.isEmpty() && names.get(0).startsWith(BYTE_ORDER_MARK)) {
      names = new ArrayList<>(names);
      names.set(0, names.get(0).substring(1));
    }
    if (names.isEmpty()) {
      throw new ToolException(file + " is empty; its first line must name the columns");
    }
    int[] columns = {names.indexOf(textColumn), names.indexOf(labelColumn)};
    for (int i = 0; i < columns.length; i++) {
      if (columns[i] < 0) {
        String missing = i == 0 ? textColumn : labelColumn;
        throw new ToolException(
            file
                + ", line 1: there is no column '"
                + missing
                + "'. There are: "
                + String.join(", ", names));
      }
    }
    return columns;
  }

  private static void add(Path file, long from, Record row, int[] columns, List<Labelled> rows) {
    String[] values = row.getValues();
    String text = columns[0] < values.length ? values[columns[0]] : null;
    String spelling = columns[1] < values.length ? values[columns[1]] : null;
    if (text == null || text.isBlank()) {
      return;
    }
    if (spelling == null || spelling.isBlank()) {
      throw new ToolException(
          file + ", line " + line(file, from) + ": there is no label. Is a quote left open?");
    }
    Label label =
        Label.of(spelling)
            .orElseThrow(
                () ->
                    new ToolException(
                        file
                            + ", line "
                            + line(file, from)
                            + ": the label is '"
                            + (spelling.length() <= LONGEST_SHOWN
                                ? spelling
                                : spelling.substring(0, LONGEST_SHOWN) + "…")
                            + "'. Use negative, neutral or positive."));
    rows.add(new Labelled(text, label));
  }

  // The parser does not count the lines within quotes.
  private static long line(Path file, long from) {
    long line = 1;
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      long at = 0;
      for (int next = reader.read(); next >= 0; next = reader.read()) {
        boolean blank = next == '\n' || next == '\r';
        if (at++ >= from && !blank) {
          return line;
        }
        line += next == '\n' ? 1 : 0;
      }
    } catch (IOException e) {
      throw new ToolException("Cannot read " + file + ": " + e, e);
    }
    return line;
  }

  private static CsvParserSettings settings() {
    CsvParserSettings settings = new CsvParserSettings();
    settings.setMaxCharsPerColumn(LONGEST_CELL);
    settings.setMaxColumns(MOST_COLUMNS);
    settings.setIgnoreLeadingWhitespaces(false);
    settings.setIgnoreTrailingWhitespaces(false);
    settings.setLineSeparatorDetectionEnabled(true);
    settings.setNormalizeLineEndingsWithinQuotes(false);
    // Else a text that begins with # would be taken for a comment.
    settings.getFormat().setComment('\0');
    return settings;
  }
}
