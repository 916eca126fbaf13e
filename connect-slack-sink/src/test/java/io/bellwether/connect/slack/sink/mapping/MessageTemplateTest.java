package io.bellwether.connect.slack.sink.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageTemplateTest {
  private static String render(String template, Map<String, Object> fields) {
    return MessageTemplate.compile(template).render(fields, "", Optional.of("https://x/?a&b"));
  }

  @Test
  void fieldsAreFoundByNameNestedAndInLists() {
    Map<String, Object> fields =
        Map.of(
            "a", Map.of("b", 1, "c", Map.of("d", "deep")),
            "dotted.name", "whole",
            "list", List.of(Map.of("x", 1), Map.of("x", 2)));

    assertThat(render("{{a.b}} {{a.c.d}} {{dotted.name}} {{#list}}[{{x}}]{{/list}}", fields))
        .isEqualTo("1 deep whole [1][2]");
  }

  @Test
  void whatIsMissingOrNullIsEmpty() {
    Map<String, Object> fields = new HashMap<>();
    fields.put("none", null);
    fields.put("text", "x");

    assertThat(
            render(
                "[{{none}}{{gone}}{{none.a}}{{gone.a.b}}{{text.length}}{{#gone}}y{{/gone}}"
                    + "{{#none}}y{{/none}}{{^gone}}z{{/gone}}]",
                fields))
        .isEqualTo("[z]");
  }

  @Test
  void whyAMessageGotItsScoreIsShownWhereTheRecordSaysIt() {
    String template = "{{author_name}}: {{text}}{{#why}}\n_{{why}}_{{/why}}";
    Map<String, Object> fields = new HashMap<>(Map.of("author_name", "Ada", "text", "It is down"));
    fields.put("why", "down -0.31");
    assertThat(render(template, fields)).isEqualTo("Ada: It is down\n_down -0.31_");
    fields.put("why", null);
    assertThat(render(template, fields)).isEqualTo("Ada: It is down");
  }

  @Test
  void numbersAreShownWithoutExponentsAndRoundedOnRequest() {
    assertThat(render("{{n}}", Map.of("n", 1.0E-5))).isEqualTo("0.000010");
    assertThat(render("{{n}}", Map.of("n", 12345678.9))).isEqualTo("12345678.9");
    assertThat(render("{{n}}", Map.of("n", Double.NaN))).isEqualTo("NaN");
    assertThat(render("{{n}}", Map.of("n", new java.math.BigDecimal("1e999999999"))))
        .isEqualTo("1E+999999999");
    assertThat(render("{{#rounded}}{{n}}{{/rounded}}", Map.of("n", 0.08333333333)))
        .isEqualTo("0.08");
    assertThat(render("{{#rounded}}{{n}}{{/rounded}}", Map.of("n", "no number")))
        .isEqualTo("no number");
  }

  @Test
  void whatARecordSaysIsShownAsItIs() {
    assertThat(render("{{t}}", Map.of("t", "a < b && <!channel> <@U1> <#C1|x> <https://x|y>")))
        .isEqualTo(
            "a &lt; b &amp;&amp; &lt;!channel&gt; &lt;@U1&gt; &lt;#C1|x&gt; &lt;https://x|y&gt;");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "<{{t}}|open>~!channel",
        "<{{t}}>~@U1",
        "<{{u}}{{t}}>~!here",
        "<!{{t}}>~channel",
        "<@{{t}}>~U1",
        "< {{t}}>~!channel",
        "<{{#rounded}}{{t}}{{/rounded}}>~!channel",
        "<!{{#t}}{{.}}{{/t}}|x>~channel",
      })
  void noFieldMentionsAnybodyNotEvenInsideTheTemplatesOwnBrackets(String template, String field) {
    assertThat(render(template, Map.of("t", field))).doesNotContain("<").contains("&lt;");
  }

  @Test
  void whatTheTemplateItselfSpellsOutWorks() {
    assertThat(render("<!here> <@U1|{{t}}> <{{u}}|open>", Map.of("t", "x", "u", "https://x/?a&b")))
        .isEqualTo("<!here> <@U1|x> <https://x/?a&amp;b|open>");
  }

  @Test
  void aLinkWithoutATargetIsItsLabel() {
    assertThat(render("<{{u}}|open> x<{{u}}>", Map.of("t", "x"))).isEqualTo("open x");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "{{{text}}}~line 1, column 1 is unescaped",
        "ok {{&text}}~line 1, column 4 is unescaped",
        "{{& text }}~write {{text}}",
        "{{=<% %>=}}<%&text%>~changes the delimiters in line 1, column 1",
        "{{>other}}~there is nothing to include",
        "{{<other}}{{/other}}~there is nothing to include",
        "{{#text}}open~line 1",
        "{{/text}}~line 1",
        "hello {{text~line 1, column 7 is not closed",
        "{{}}~does not compile",
      })
  void aTemplateThatIsNotRightIsRefusedWithThePlaceAndTheRemedy(String template, String message) {
    assertThatThrownBy(() -> MessageTemplate.compile(template))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  @Test
  void thePlaceIsCountedInLines() {
    assertThatThrownBy(() -> MessageTemplate.compile("a\nb {{{text}}}"))
        .hasMessageContaining("line 2, column 3");
  }

  @Test
  void longFieldsAndLongTextsAreCut() {
    String longText = "&".repeat(10_000);
    String shown = render("{{t}}", Map.of("t", longText));
    assertThat(shown)
        .hasSizeLessThanOrEqualTo(MessageTemplate.LONGEST_TEXT)
        .endsWith("&amp;… <https://x/?a&amp;b|more>");

    String field = render("{{t}} end", Map.of("t", "x".repeat(10_000)));
    assertThat(field).hasSize(MessageTemplate.LONGEST_FIELD + 4).endsWith("x… end");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\uE000\uE001", "\n\t"})
  void aTextOfNothingIsBlank(String field) {
    assertThat(render(" {{t}}\n", Map.of("t", field))).isBlank();
  }

  @Test
  void anAddressFromARecordCannotShowAsAnotherOne() {
    Map<String, Object> fields = Map.of("url", "https://evil.example/|https://bank.example/");
    assertThat(render("<{{url}}>", fields))
        .isEqualTo("<https://evil.example/%7Chttps://bank.example/>");
    assertThat(render("<{{url}}|open>", fields))
        .isEqualTo("<https://evil.example/%7Chttps://bank.example/|open>");
    assertThat(render("<https://x/|{{url}}>", fields))
        .isEqualTo("<https://x/|https://evil.example/|https://bank.example/>");
  }

  @Test
  void whatNobodySeesIsLeftOut() {
    assertThat(render("{{a}}", Map.of("a", "a\u0000\u001b[31m\u202Egro.live\u2069\u0085 \tb\nc")))
        .isEqualTo("a[31mgro.live \tb\nc");
    assertThat(render("{{a}}", Map.of("a", "<!chan\u0000nel> <\u200E!here>")))
        .isEqualTo("&lt;!channel&gt; &lt;!here&gt;");
  }
}
