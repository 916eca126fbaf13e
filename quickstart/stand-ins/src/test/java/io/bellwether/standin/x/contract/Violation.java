package io.bellwether.standin.x.contract;

import java.util.List;

/**
 * A request or an answer that is not as the contract has it.
 *
 * @param call method and address of the request
 * @param status of the answer
 * @param body of the answer, or the line of a stream
 */
public record Violation(Side side, String call, int status, String body, List<String> wrong) {
  /** Whose fault it is. */
  public enum Side {
    REQUEST,
    ANSWER
  }
}
