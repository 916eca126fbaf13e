package io.bellwether.standin.x.query;

import io.bellwether.standin.x.text.Entity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a query from left to right: AND, which is a space, binds closer than OR. */
final class Parser {
  private static final Pattern NAMED =
      Pattern.compile("([A-Za-z_]+):(?:\"([^\"]*)\"|\\[([^\\]]*)\\]|([^\\s()\"]+))");
  private static final Pattern PHRASE = Pattern.compile("\"([^\"]*)\"");
  private static final Pattern BARE = Pattern.compile("[^\\s()\"]+");

  private final String text;
  private int at;

  Parser(String text) {
    this.text = text;
  }

  Query parse() {
    Query query = any();
    if (at < text.length()) {
      throw new QueryException("missing EOF at '" + text.charAt(at) + "'", at);
    }
    return query;
  }

  private Query any() {
    List<Query> parts = new ArrayList<>(List.of(all()));
    while (takesOr()) {
      parts.add(all());
    }
    return parts.size() == 1 ? parts.get(0) : new Query.Any(parts);
  }

  private Query all() {
    List<Query> parts = new ArrayList<>(List.of(one()));
    while (!ended() && text.charAt(at) != ')' && !isOr()) {
      parts.add(one());
    }
    return parts.size() == 1 ? parts.get(0) : new Query.All(parts);
  }

  private Query one() {
    if (ended()) {
      throw new QueryException("no viable alternative at input '<EOF>'", at);
    }
    boolean negated = text.charAt(at) == '-';
    if (negated) {
      at++;
    }
    if (at < text.length() && text.charAt(at) == '(') {
      if (negated) {
        throw new QueryException("A group cannot be negated: negate each of its parts", at);
      }
      return group();
    }
    Query operator = operator(negated);
    return negated ? new Query.Not(operator) : operator;
  }

  private Query group() {
    at++;
    Query inside = any();
    if (ended()) {
      throw new QueryException("missing ')' at '<EOF>'", at);
    }
    at++;
    return inside;
  }

  private Query operator(boolean negated) {
    int begin = at;
    Matcher phrase = take(PHRASE);
    if (phrase != null) {
      return Operators.word(phrase.group(1));
    }
    Matcher named = take(NAMED);
    if (named != null) {
      String value = named.group(2);
      for (int group = 3; value == null; group++) {
        value = named.group(group);
      }
      return Operators.of(named.group(1).toLowerCase(Locale.ROOT), value, negated, begin);
    }
    Matcher bare = take(BARE);
    if (bare == null) {
      String found = at < text.length() ? text.substring(at, at + 1) : "<EOF>";
      throw new QueryException("no viable alternative at input '" + found + "'", at);
    }
    return bare(bare.group(), begin);
  }

  private static Query bare(String word, int begin) {
    String rest = word.substring(1);
    if (word.equalsIgnoreCase("and") || word.equalsIgnoreCase("or")) {
      throw new QueryException(
          "Ambiguous use of "
              + word.toLowerCase(Locale.ROOT)
              + " as a keyword. Use a space to join clauses, or put it in quotes to find it in text",
          begin);
    }
    return switch (word.charAt(0)) {
      case '#' -> Operators.named(Entity.Kind.HASHTAG, rest);
      case '$' -> Operators.named(Entity.Kind.CASHTAG, rest);
      case '@' -> Operators.named(Entity.Kind.MENTION, rest);
      default -> {
        if (Words.of(word, false).words().isEmpty()) {
          throw new QueryException("no viable alternative at input '" + word + "'", begin);
        }
        yield Operators.word(word);
      }
    };
  }

  private Matcher take(Pattern pattern) {
    Matcher matcher = pattern.matcher(text).region(at, text.length());
    if (!matcher.lookingAt()) {
      return null;
    }
    at = matcher.end();
    return matcher;
  }

  private boolean takesOr() {
    if (!ended() && isOr()) {
      at += 2;
      return true;
    }
    return false;
  }

  private boolean isOr() {
    return text.startsWith("OR", at)
        && (at + 2 == text.length()
            || Character.isWhitespace(text.charAt(at + 2))
            || text.charAt(at + 2) == '(');
  }

  private boolean ended() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at >= text.length();
  }
}
