package io.bellwether.connect.slack.sink.mapping;

import com.samskivert.mustache.BasicCollector;
import com.samskivert.mustache.Escapers;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.MustacheException;
import com.samskivert.mustache.Template;
import io.bellwether.connect.slack.SlackText;
import java.io.IOException;
import java.io.Writer;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A Mustache template (mustache.github.io) for the text of a message. What comes from the record is
 * escaped and cannot mention anybody; what is missing is empty. {@code {{#rounded}}} around a
 * number shows it with two decimals.
 */
public final class MessageTemplate {
  /** Longest text that is posted, in UTF-16 units: that of a section, docs.slack.dev/reference. */
  public static final int LONGEST_TEXT = 3_000;

  /** Longest text of one field, so that what the template says after it is not lost. */
  public static final int LONGEST_FIELD = 2_000;

  private static final int DECIMALS = 2;
  private static final Mustache.Compiler COMPILER =
      Mustache.compiler()
          .defaultValue("")
          .emptyStringIsFalse(true)
          // All escaping is done where values become text: nothing in a template can get round it.
          .withEscaper(Escapers.NONE)
          .withFormatter(MessageTemplate::show)
          .withCollector(new MapsAndLists());

  private final Template compiled;

  private MessageTemplate(Template compiled) {
    this.compiled = compiled;
  }

  /**
   * Compiles.
   *
   * @throws IllegalArgumentException with the place and the remedy, if the template is not valid
   */
  public static MessageTemplate compile(String source) {
    TemplateSyntax.check(source);
    try {
      MessageTemplate template = new MessageTemplate(COMPILER.compile(Marks.remove(source)));
      template.compiled.visit(new TemplateSyntax(source));
      return template;
    } catch (MustacheException | StringIndexOutOfBoundsException e) {
      throw new IllegalArgumentException("It does not compile: " + e.getMessage() + ".", e);
    }
  }

  /**
   * The text of a message, in Slack's markup; blank if the fields give none.
   *
   * @param prefix goes before it
   * @param link where all of it can be read, should it have to be cut
   * @throws MustacheException if the template cannot show these fields
   */
  public String render(Map<String, Object> fields, String prefix, Optional<String> link) {
    Map<String, Object> all = new HashMap<>();
    all.put("rounded", (Mustache.Lambda) MessageTemplate::round);
    all.putAll(fields);
    String text = Marks.resolve(compiled.execute(all)).strip();
    return text.isEmpty() ? text : Cut.to(LONGEST_TEXT, prefix + text, link);
  }

  private static String show(Object value) {
    String text = SlackText.visible(Marks.remove(PlainText.of(value)));
    return Marks.around(SlackText.escape(Cut.to(LONGEST_FIELD, text)));
  }

  private static void round(Template.Fragment inside, Writer out) throws IOException {
    String shown = inside.execute();
    out.write(
        PlainText.decimal(Marks.remove(shown))
            .map(number -> number.setScale(DECIMALS, RoundingMode.HALF_UP).toPlainString())
            .orElse(shown));
  }

  /** Looks into maps and lists only: a template must not reach methods of our objects. */
  private static final class MapsAndLists extends BasicCollector {
    @Override
    public <K, V> Map<K, V> createFetcherCache() {
      return new ConcurrentHashMap<>();
    }
  }
}
