package io.bellwether.analyzer.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jline.reader.EOFError;
import org.jline.reader.Parser.ParseContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqlParserTest {
  private final SqlParser parser = new SqlParser();

  @ParameterizedTest
  @ValueSource(strings = {"SELECT 1;", "SELECT\n1 ; ", "help", " Quit", "", "SELECT 'it''s';"})
  void aStatementEndsWithASemicolonAndAWordToThePromptWithItsLine(String line) {
    assertThat(parser.parse(line, line.length(), ParseContext.ACCEPT_LINE)).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"SELECT 1", "SELECT ';' AS x", "SELECT 1; -- one"})
  void anythingElseGoesOn(String line) {
    assertThatThrownBy(() -> parser.parse(line, line.length(), ParseContext.ACCEPT_LINE))
        .isInstanceOf(EOFError.class);
  }

  @Test
  void aWordEndsAtABracketOrAComma() {
    String line = "SELECT count(sco";
    assertThat(parser.parse(line, line.length(), ParseContext.COMPLETE).word()).isEqualTo("sco");
  }
}
