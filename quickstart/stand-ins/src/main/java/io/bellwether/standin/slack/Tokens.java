package io.bellwether.standin.slack;

import java.security.SecureRandom;

/**
 * The secrets of one app, as they stand in the token file.
 *
 * @param appId whose they are
 * @param bot {@code xoxb-...}
 * @param app {@code xapp-...}
 * @param user {@code xoxp-...}
 */
record Tokens(String appId, String bot, String app, String user) {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String LETTERS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

  static Tokens of(String appId) {
    return new Tokens(
        appId,
        "xoxb-" + digits(12) + "-" + digits(13) + "-" + letters(24),
        "xapp-1-" + appId + "-" + digits(13) + "-" + letters(64),
        "xoxp-" + digits(12) + "-" + digits(12) + "-" + digits(13) + "-" + letters(32));
  }

  private static String digits(int length) {
    return random("123456789", length);
  }

  static String letters(int length) {
    return random(LETTERS, length);
  }

  private static String random(String from, int length) {
    StringBuilder text = new StringBuilder();
    RANDOM.ints(length, 0, from.length()).forEach(at -> text.append(from.charAt(at)));
    return text.toString();
  }

  @Override
  public String toString() {
    return "Tokens[" + appId + "]";
  }
}
