package io.bellwether.analyzer.explore;

import java.util.Locale;
import java.util.Set;
import org.jline.reader.EOFError;
import org.jline.reader.ParsedLine;
import org.jline.reader.impl.DefaultParser;

/** A statement goes on over lines until its semicolon; a word to the prompt is a line. */
final class SqlParser extends DefaultParser {
  /** What the prompt itself understands. */
  static final Set<String> WORDS = Set.of("help", "tables", "quit", "exit");

  SqlParser() {
    setEscapeChars(new char[0]);
    // A word of SQL ends where a bracket or a comma stands.
    setEofOnUnclosedQuote(false);
  }

  @Override
  public boolean isDelimiterChar(CharSequence buffer, int position) {
    return super.isDelimiterChar(buffer, position) || ",()".indexOf(buffer.charAt(position)) >= 0;
  }

  @Override
  public ParsedLine parse(String line, int cursor, ParseContext context) {
    String text = line.strip();
    boolean whole =
        text.isEmpty() || text.endsWith(";") || WORDS.contains(text.toLowerCase(Locale.ROOT));
    if (context == ParseContext.ACCEPT_LINE && !whole) {
      throw new EOFError(-1, -1, "A statement ends with a semicolon", ";");
    }
    return super.parse(
        line, cursor, context == ParseContext.ACCEPT_LINE ? ParseContext.UNSPECIFIED : context);
  }
}
