package io.bellwether.connect.slack.source.mapping;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Chooses messages by their plain text. */
public final class KeywordFilter {
  private final Optional<Pattern> wanted;

  private KeywordFilter(Optional<Pattern> wanted) {
    this.wanted = wanted;
  }

  /** Messages that contain any of these, upper or lower case; all messages when there is none. */
  public static KeywordFilter containing(List<String> keywords) {
    String anyOf = keywords.stream().map(Pattern::quote).collect(Collectors.joining("|"));
    return anyOf.isEmpty()
        ? new KeywordFilter(Optional.empty())
        : matching("(?iu)(?:" + anyOf + ")");
  }

  /** Messages in which this regular expression is found. */
  public static KeywordFilter matching(String regex) {
    return new KeywordFilter(Optional.of(Pattern.compile(regex)));
  }

  /** Whether the text is wanted. */
  public boolean accepts(String text) {
    return wanted.map(pattern -> pattern.matcher(text).find()).orElse(true);
  }
}
