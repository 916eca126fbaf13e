package io.bellwether.analyzer.scorer.data;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelledCsvTest {
  @TempDir Path folder;

  @Test
  void rowsAreReadAsTheyStandWhateverTheOrderOfTheColumns() throws IOException {
    assertThat(
            read(
                String.join(
                    "\r\n",
                    "\uFEFFid,Polarity,comment",
                    "1,negative,\"It \"\"works\"\", they say,\nbut no.\"",
                    "2,POS, # not a comment of CSV ",
                    "3,neutral,   ",
                    "4,0,🙂"),
                "comment",
                "Polarity"))
        .containsExactly(
            new Labelled("It \"works\", they say,\nbut no.", Label.NEGATIVE),
            new Labelled(" # not a comment of CSV ", Label.POSITIVE),
            new Labelled("🙂", Label.NEUTRAL));
  }

  @Test
  void whatIsWrongIsNamedWithFileAndLine() {
    assertThatThrownBy(() -> read("a,label\nx,neutral\n", "text", "label"))
        .isInstanceOf(ToolException.class)
        .hasMessageEndingWith("rows.csv, line 1: there is no column 'text'. There are: a, label");
    assertThatThrownBy(() -> read("text,label\n\"a\nb\",neg\n\n,\nfine,ok\n", "text", "label"))
        .hasMessageContaining("rows.csv, line 6: the label is 'ok'. Use negative, neutral");
    assertThatThrownBy(() -> read("text,label\na,neg\n\"open,neg\nb,neg\n", "text", "label"))
        .hasMessageContaining("rows.csv, line 3: there is no label. Is a quote left open?");
    assertThatThrownBy(() -> read("text,label\n", "text", "label")).hasMessageContaining("no row");
    assertThatThrownBy(() -> read("", "text", "label")).hasMessageContaining("rows.csv is empty");
    assertThatThrownBy(() -> new LabelledCsv("text", "label").read(folder.resolve("none.csv")))
        .hasMessageContaining("none.csv");
  }

  @Test
  void whatIsNoTextOrTooLongIsNamedWithFileAndLine() throws IOException {
    String huge = "text,label\na,neg\n\"" + "x".repeat(10_000_001) + "\",neg\n";
    assertThatThrownBy(() -> read(huge, "text", "label"))
        .hasMessageMatching(
            "(?s).*rows.csv, near line 3: a cell has more than 10000000 characters.*");
    assertThat(read("text,label\n" + "x".repeat(1_000_000) + ",neg\n", "text", "label")).hasSize(1);
    Path latin =
        Files.write(
            folder.resolve("latin.csv"), "text,label\nsch\u00f6n,pos\n".getBytes(ISO_8859_1));
    assertThatThrownBy(() -> new LabelledCsv("text", "label").read(latin))
        .isInstanceOf(ToolException.class)
        .hasMessageContaining("latin.csv")
        .hasMessageContaining("UTF-8");
  }

  private List<Labelled> read(String content, String text, String label) throws IOException {
    Path file = Files.writeString(folder.resolve("rows.csv"), content);
    return new LabelledCsv(text, label).read(file);
  }
}
