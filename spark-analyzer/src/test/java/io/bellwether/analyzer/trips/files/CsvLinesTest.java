package io.bellwether.analyzer.trips.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.analyzer.trips.cleaning.CleaningRule;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class CsvLinesTest {
  @Test
  void rowsHaveTheirLineAndTheirColumnsByName() {
    List<FileRow> rows = rows("\uFEFFid,name\r\n1,\"a, b\"\r\n\r\n2,\r\n");
    assertThat(rows).extracting(FileRow::line).containsExactly(2L, 4L);
    assertThat(values(rows.get(0)).byName().apply("name")).isEqualTo("a, b");
    assertThat(values(rows.get(0)).byName().apply("id")).isEqualTo("1");
    assertThat(values(rows.get(1)).byName().apply("name")).isEmpty();
    assertThat(values(rows.get(1)).byName().apply("other")).isNull();
  }

  @Test
  void aRowWithAnExtraColumnIsToldAndTheRestGoesOn() {
    List<FileRow> rows = rows("a,b\n1,2\n3,4,5\n6\n7,8\n");
    assertThat(rows.get(1))
        .isEqualTo(
            new FileRow.Bad(3, CleaningRule.COLUMNS, "3 columns where the header has 2", "3,4,5"));
    assertThat(rows.get(2).line()).isEqualTo(4);
    assertThat(values(rows.get(3)).values()).containsExactly("7", "8");
  }

  @Test
  void aQuoteThatIsNeverClosedSpoilsItsOwnRowOnly() {
    List<FileRow> rows = rows("a,b\n1,2\n3,\"4\n5,6\n");
    assertThat(rows).extracting(FileRow::line).containsExactly(2L, 3L, 4L);
    assertThat(values(rows.get(2)).values()).containsExactly("5", "6");
  }

  @Test
  void aGzipFileThatBreaksOffGivesTheRowsBeforeAndSaysSo() {
    StringBuilder text = new StringBuilder("a,b\n");
    Random random = new Random(1);
    for (int i = 0; i < 5_000; i++) {
      text.append(i).append(',').append(random.nextLong()).append('\n');
    }
    byte[] whole = gzip(text.toString());
    List<FileRow> rows = rows(Arrays.copyOf(whole, whole.length / 2));

    FileRow last = rows.get(rows.size() - 1);
    assertThat(rows.size()).isBetween(1_000, 4_000);
    assertThat(rows.subList(0, rows.size() - 1)).allMatch(row -> row instanceof FileRow.Values);
    assertThat(last)
        .isInstanceOfSatisfying(
            FileRow.Bad.class,
            bad -> {
              assertThat(bad.rule()).isEqualTo(CleaningRule.DAMAGED_FILE);
              assertThat(bad.line()).isEqualTo(rows.size());
              assertThat(bad.reason()).contains("after line " + bad.line());
            });
  }

  @Test
  void anEmptyFileAndOneThatIsNoGzipAreTold() {
    assertThat(rows("")).singleElement().matches(row -> row instanceof FileRow.Bad);
    byte[] broken = {(byte) 0x1f, (byte) 0x8b, 0, 0};
    assertThat(rows(broken)).singleElement().matches(row -> row instanceof FileRow.Bad);
    assertThat(rows("a,b\n")).isEmpty();
  }

  private static FileRow.Values values(FileRow row) {
    return (FileRow.Values) row;
  }

  private static List<FileRow> rows(String text) {
    return rows(text.getBytes(UTF_8));
  }

  private static List<FileRow> rows(byte[] bytes) {
    List<FileRow> rows = new ArrayList<>();
    try (CsvLines lines = new CsvLines(new ByteArrayInputStream(bytes))) {
      lines.forEachRemaining(rows::add);
    }
    return rows;
  }

  private static byte[] gzip(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
