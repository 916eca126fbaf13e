package io.bellwether.connect.slack.sink.delivery;

/**
 * How many alerts go into one message after one was refused: half, and half of that, until the one
 * that is refused is alone. Those that were not in the last refused message are trusted again.
 */
final class Trust {
  private int most = Integer.MAX_VALUE;
  private int suspects;

  int most() {
    return most;
  }

  void refused(int size) {
    suspects = size;
    most = Math.max(1, size / 2);
  }

  void settled(int size) {
    suspects -= size;
    if (suspects <= 0) {
      most = Integer.MAX_VALUE;
    }
  }
}
