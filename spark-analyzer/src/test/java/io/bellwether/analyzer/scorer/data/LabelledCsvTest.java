package io.bellwether.analyzer.scorer.data;

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
  void whatIsWrongIsNamed() {
    assertThatThrownBy(() -> read("a,label\nx,neutral\n", "text", "label"))
        .isInstanceOf(ToolException.class)
        .hasMessageEndingWith("has no column 'text'. It has: a, label");
    assertThatThrownBy(() -> read("text,label\nfine,ok\n", "text", "label"))
        .hasMessageContaining("text 1: the label is 'ok'");
    assertThatThrownBy(() -> read("text,label\n", "text", "label")).hasMessageContaining("no row");
    assertThatThrownBy(() -> new LabelledCsv("text", "label").read(folder.resolve("none.csv")))
        .hasMessageContaining("none.csv");
  }

  private List<Labelled> read(String content, String text, String label) throws IOException {
    Path file = Files.writeString(folder.resolve("rows.csv"), content);
    return new LabelledCsv(text, label).read(file);
  }
}
