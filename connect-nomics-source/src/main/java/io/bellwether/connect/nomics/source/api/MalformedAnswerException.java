package io.bellwether.connect.nomics.source.api;

/** An answer is JSON but not what the API's documents say; the message names the field. */
final class MalformedAnswerException extends RuntimeException {
  MalformedAnswerException(String message) {
    super(message);
  }
}
