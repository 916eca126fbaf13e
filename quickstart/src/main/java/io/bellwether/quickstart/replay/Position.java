package io.bellwether.quickstart.replay;

/**
 * How far a replay has come.
 *
 * @param file index of the file, 0 being the first
 * @param line on which the last row that is done begins; 0 before the first
 */
public record Position(int file, long line) {
  /** Before everything. */
  public static final Position START = new Position(0, 0);
}
