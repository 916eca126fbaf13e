package io.bellwether.config;

import java.util.regex.Pattern;

/**
 * Words of others (a service's error, a channel's name) on their way into a log line or an error:
 * on one line, without anything that a terminal obeys or that changes the order in which it shows
 * letters, and of bounded length. Nobody can forge a log line or paint over one.
 */
public final class Printable {
  private static final int LONGEST = 1_000;

  /** Controls, separators of lines and paragraphs, and marks of direction. */
  private static final Pattern UNSAFE =
      Pattern.compile(
          "[\\p{Cc}\\u2028\\u2029\\u200E\\u200F\\u061C\\u202A-\\u202E\\u2066-\\u2069]+");

  private Printable() {}

  /** The text with a space for each run of unsafe characters; a long one is cut. */
  public static String of(String text) {
    if (text == null) {
      return "";
    }
    String cut = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    return UNSAFE.matcher(cut).replaceAll(" ");
  }
}
