package io.bellwether.connect.nomics.source.offset;

/**
 * Where the first trade to be read is searched for.
 *
 * @param low up to here trades are older than the time to start from
 * @param high from here on they are not
 */
public record IdRange(long low, long high) {
  private static final String SEPARATOR = "..";

  /**
   * Reads {@code 12..345}.
   *
   * @throws IllegalArgumentException when it is no range
   */
  public static IdRange of(String text) {
    int middle = text.indexOf(SEPARATOR);
    if (middle < 0) {
      throw new IllegalArgumentException("no range: " + text);
    }
    return new IdRange(
        Long.parseLong(text.substring(0, middle)), Long.parseLong(text.substring(middle + 2)));
  }

  @Override
  public String toString() {
    return low + SEPARATOR + high;
  }
}
