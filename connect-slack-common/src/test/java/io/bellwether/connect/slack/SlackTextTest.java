package io.bellwether.connect.slack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlackTextTest {
  private static final SlackText.Names NAMES =
      new SlackText.Names() {
        @Override
        public String user(String id) {
          return id.equals("U1") ? "Ann" : id;
        }

        @Override
        public String channel(String id) {
          return id.equals("C1") ? "feedback" : id;
        }
      };

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "hello <@U1>!~hello @Ann!",
        "<@U9> and <@U9|bob>~@U9 and @bob",
        "see <#C1> or <#C2|general>~see #feedback or #general",
        "<!here> <!subteam^S1|@ops>~@here @ops",
        "<https://x.org/a?b=1&amp;c=2>~https://x.org/a?b=1&c=2",
        "<https://x.org|the page>~the page",
        "a &lt; b &amp;&amp; b &gt; c~a < b && b > c",
        "&amp;lt; stays an entity's text~&lt; stays an entity's text",
        "costs $1 and \\n~costs $1 and \\n",
        "<> and < alone~<> and < alone",
        "<|open>, <|>.~open, .",
      })
  void markupBecomesPlainText(String markup, String plain) {
    assertThat(SlackText.plain(markup, NAMES)).isEqualTo(plain);
  }

  @Test
  void escapedTextMentionsNobodyAndReadsTheSame() {
    String nasty = "<!channel> & <@U1>";
    assertThat(SlackText.escape(nasty)).doesNotContain("<", ">");
    assertThat(SlackText.plain(SlackText.escape(nasty), NAMES)).isEqualTo(nasty);
  }
}
