package io.bellwether.connect.slack.sink.mapping;

import com.samskivert.mustache.Mustache;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What Mustache allows and we do not, each with the place and the remedy. */
final class TemplateSyntax implements Mustache.Visitor {
  private static final Pattern UNESCAPED = Pattern.compile("\\{\\{(\\{|\\s*&)\\s*([^{}]*?)\\s*}}");
  private static final Pattern DELIMITERS = Pattern.compile("\\{\\{=");

  private final String source;

  TemplateSyntax(String source) {
    this.source = source;
  }

  static void check(String source) {
    Matcher unescaped = UNESCAPED.matcher(source);
    if (unescaped.find()) {
      throw new IllegalArgumentException(
          "'"
              + unescaped.group()
              + "' in "
              + place(source, unescaped.start())
              + " is unescaped, so that a record could mention people: write {{"
              + unescaped.group(2)
              + "}}.");
    }
    Matcher delimiters = DELIMITERS.matcher(source);
    if (delimiters.find()) {
      throw new IllegalArgumentException(
          "It changes the delimiters in "
              + place(source, delimiters.start())
              + ": keep {{ and }}.");
    }
  }

  @Override
  public void visitText(String text) {
    int open = text.indexOf("{{");
    if (open >= 0) {
      String unclosed = text.substring(open);
      throw new IllegalArgumentException(
          "A tag in "
              + place(source, Math.max(0, source.lastIndexOf(unclosed)))
              + " is not closed: end it with }}.");
    }
  }

  @Override
  public void visitVariable(String name) {
    // Every variable is allowed: whether a record has it is known only with the record.
  }

  @Override
  public boolean visitInclude(String name) {
    throw new IllegalArgumentException(
        "It includes '" + name + "', and there is nothing to include: write it out.");
  }

  @Override
  public boolean visitParent(String name) {
    return visitInclude(name);
  }

  @Override
  public boolean visitBlock(String name) {
    return true;
  }

  @Override
  public boolean visitSection(String name) {
    return true;
  }

  @Override
  public boolean visitInvertedSection(String name) {
    return true;
  }

  private static String place(String source, int index) {
    String before = source.substring(0, index);
    long line = before.chars().filter(c -> c == '\n').count() + 1;
    return "line " + line + ", column " + (index - before.lastIndexOf('\n'));
  }
}
