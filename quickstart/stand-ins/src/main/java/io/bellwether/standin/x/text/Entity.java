package io.bellwether.standin.x.text;

/**
 * Something in a text that X knows as more than words.
 *
 * @param start of it in the text as the API gives it, in code points
 * @param end the first code point behind it
 * @param value without its sign; of an address all that was typed
 */
public record Entity(Kind kind, int start, int end, String value) {
  /** What it is. */
  public enum Kind {
    HASHTAG,
    CASHTAG,
    MENTION,
    URL
  }
}
