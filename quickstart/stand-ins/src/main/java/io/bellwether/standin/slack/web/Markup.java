package io.bellwether.standin.slack.web;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Slack's markup as an app sends it. */
final class Markup {
  private static final Pattern CONTROL =
      Pattern.compile(
          "<(?:[@#!][^<>\\s][^<>]*|(?:https?://|mailto:|tel:)[^<>]+)>" // stays as it is
              + "|&(?:amp|lt|gt);"
              + "|[&<>]");

  private Markup() {}

  /** As Slack stores it: control characters that control nothing are escaped. */
  static String normal(String text) {
    return CONTROL
        .matcher(text)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    switch (found.group()) {
                      case "&" -> "&amp;";
                      case "<" -> "&lt;";
                      case ">" -> "&gt;";
                      default -> found.group();
                    }));
  }
}
