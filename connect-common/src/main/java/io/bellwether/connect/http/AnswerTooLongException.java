package io.bellwether.connect.http;

import java.io.IOException;

/** An answer has more bytes, unpacked, than any that the service is known to give. */
public final class AnswerTooLongException extends IOException {
  private static final long serialVersionUID = 1L;

  AnswerTooLongException(long longest) {
    super("its answer is longer than " + longest + " bytes");
  }
}
