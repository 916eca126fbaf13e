package io.bellwether.standin.x.text;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text as the API gives it: {@code &}, {@code <} and {@code >} escaped, addresses shortened, and
 * the entities in it.
 */
public record PostText(String text, List<Entity> entities) {
  private static final Pattern ENTITY =
      Pattern.compile(
          "(?<url>https?://[^\\s<>]+)"
              + "|(?<![\\p{L}\\p{N}_&/])#(?<hashtag>[\\p{L}\\p{N}_]*\\p{L}[\\p{L}\\p{N}_]*)"
              + "|(?<![\\p{L}\\p{N}_$])\\$(?<cashtag>[A-Za-z]{1,6})(?![\\p{L}\\p{N}_])"
              + "|(?<![\\p{L}\\p{N}_@])@(?<mention>[A-Za-z0-9_]{1,15})(?![A-Za-z0-9_])");
  private static final int SHORT = 10;
  private static final String MORE = "…";

  public PostText {
    entities = List.copyOf(entities);
  }

  public static PostText of(String typed) {
    StringBuilder text = new StringBuilder();
    List<Entity> entities = new ArrayList<>();
    Matcher matcher = ENTITY.matcher(typed);
    int done = 0;
    while (matcher.find()) {
      text.append(escaped(typed.substring(done, matcher.start())));
      Entity.Kind kind = kind(matcher);
      int start = points(text);
      text.append(kind == Entity.Kind.URL ? shortened(matcher.group()) : matcher.group());
      String value = kind == Entity.Kind.URL ? matcher.group() : matcher.group().substring(1);
      entities.add(new Entity(kind, start, points(text), value));
      done = matcher.end();
    }
    text.append(escaped(typed.substring(done)));
    return new PostText(text.toString(), entities);
  }

  /** Its beginning of at most this many code points, with the entities that are whole in it. */
  public PostText cut(int most) {
    if (text.codePointCount(0, text.length()) <= most) {
      return this;
    }
    int end = text.offsetByCodePoints(0, most - 1);
    int escape = text.lastIndexOf('&', end - 1);
    if (escape >= 0 && text.indexOf(';', escape) >= end) {
      end = escape;
    }
    return new PostText(
        text.substring(0, end) + MORE,
        entities.stream().filter(each -> each.end() <= most - 1).toList());
  }

  /** The address that X puts in place of another one. */
  public static String shortened(String url) {
    String name = UUID.nameUUIDFromBytes(url.getBytes(StandardCharsets.UTF_8)).toString();
    return "https://t.co/" + name.replace("-", "").substring(0, SHORT);
  }

  private static Entity.Kind kind(Matcher matcher) {
    for (Entity.Kind kind : Entity.Kind.values()) {
      if (matcher.group(kind.name().toLowerCase(Locale.ROOT)) != null) {
        return kind;
      }
    }
    throw new IllegalStateException("an entity of no kind: " + matcher.group());
  }

  private static int points(StringBuilder text) {
    return text.codePointCount(0, text.length());
  }

  private static String escaped(String typed) {
    return typed.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
