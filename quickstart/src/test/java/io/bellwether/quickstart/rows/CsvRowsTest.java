package io.bellwether.quickstart.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bellwether.quickstart.process.LaunchException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvRowsTest {
  @TempDir Path temporary;

  @Test
  void quotesCommasAndNewlinesBelongToTheField() throws IOException {
    Path file = write("text,label\n\"a \"\"b\"\", c\nsecond line\",x\nplain,y\n");

    assertThat(all(file))
        .containsExactly(
            new Row.Values(2, List.of("a \"b\", c\nsecond line", "x")),
            new Row.Values(4, List.of("plain", "y")));
  }

  @Test
  void aRowWithAnotherNumberOfColumnsIsBadByItsOwnLine() throws IOException {
    Path file = write("a,b\n\"1\n\n\",2\nonly\n3,4\n1,2,3\n");

    assertThat(all(file))
        .containsExactly(
            new Row.Values(2, List.of("1\n\n", "2")),
            new Row.Bad(5, "1 columns where the header has 2"),
            new Row.Values(6, List.of("3", "4")),
            new Row.Bad(7, "3 columns where the header has 2"));
  }

  @Test
  void gzipIsToldByItsContent() throws IOException {
    Path file = temporary.resolve("no-gz-in-its-name");
    Files.write(file, zipped("a,b\r\n1,2\r\n"));

    assertThat(all(file)).containsExactly(new Row.Values(2, List.of("1", "2")));
  }

  @Test
  void emptyValuesAndEmptyLinesAndABomAreFine() throws IOException {
    Path file = write("\uFEFFa,b\n,\n\n1,\n");

    try (CsvRows rows = CsvRows.open(file)) {
      assertThat(rows.header().names()).containsExactly("a", "b");
    }
    assertThat(all(file))
        .containsExactly(new Row.Values(2, List.of("", "")), new Row.Values(4, List.of("1", "")));
  }

  @Test
  void whatIsCutOffIsNamedWithTheLineBefore() throws IOException {
    StringBuilder text = new StringBuilder("a,b\n");
    for (int i = 0; i < 50_000; i++) {
      text.append(i).append(',').append(i * 7919L).append('\n');
    }
    byte[] whole = zipped(text.toString());
    Path file = temporary.resolve("cut.csv.gz");
    Files.write(file, Arrays.copyOf(whole, whole.length / 2));

    assertThatThrownBy(() -> all(file))
        .isInstanceOf(LaunchException.class)
        .hasMessageContaining("cut.csv.gz after the row of line");
  }

  @Test
  void aQuoteThatIsNeverClosedIsAnErrorRatherThanARow() throws IOException {
    Path file = write("a,b\n1,2\n\"3,4\n5,6\n");

    assertThatThrownBy(() -> all(file))
        .isInstanceOf(LaunchException.class)
        .hasMessageContaining("after the row of line 2");
  }

  @Test
  void mistakesInTheHeaderAreNamed() throws IOException {
    Path twice = write("a,a\n");
    assertThatThrownBy(() -> CsvRows.open(twice)).hasMessageContaining("two columns named 'a'");
    Path empty = write("");
    assertThatThrownBy(() -> CsvRows.open(empty)).hasMessageContaining("is empty");
    assertThatThrownBy(() -> CsvRows.open(temporary.resolve("none")))
        .hasMessageContaining("There is no file");
    Path good = write("a,b\n");
    try (CsvRows rows = CsvRows.open(good)) {
      assertThatThrownBy(() -> rows.header().index("text"))
          .hasMessageContaining("no column 'text'. It has: a, b");
    }
  }

  private Path write(String text) throws IOException {
    return Files.writeString(temporary.resolve("rows.csv"), text);
  }

  private static byte[] zipped(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
      zip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  private static List<Row> all(Path file) {
    List<Row> found = new ArrayList<>();
    try (CsvRows rows = CsvRows.open(file)) {
      for (Optional<Row> next = rows.next(); next.isPresent(); next = rows.next()) {
        found.add(next.get());
      }
    }
    return found;
  }
}
