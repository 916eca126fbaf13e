package io.bellwether.connect.log;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * How a service itself names a request, for a question to its support: Slack by {@code
 * x-slack-req-id}, X by {@code x-transaction-id}, and whatever stands behind Cloudflare by {@code
 * CF-Ray}.
 */
public final class RequestId {
  private static final List<String> HEADERS =
      List.of("x-slack-req-id", "x-transaction-id", "CF-Ray");

  /** Anything else does not belong into a log. */
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._-]{1,100}");

  private RequestId() {}

  /**
   * As it is told in a log: the header's name and its value.
   *
   * @param header a header's value by its name, in any case; {@code null} where it is absent
   */
  public static Optional<String> of(UnaryOperator<String> header) {
    for (String name : HEADERS) {
      String value = header.apply(name);
      if (value != null && PLAIN.matcher(value).matches()) {
        return Optional.of(name + " " + value);
      }
    }
    return Optional.empty();
  }
}
