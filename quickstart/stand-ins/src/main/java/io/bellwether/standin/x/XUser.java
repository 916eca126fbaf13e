package io.bellwether.standin.x;

import java.time.Instant;

/**
 * An account.
 *
 * @param username the handle, without the at sign
 * @param name the one people see
 */
public record XUser(long id, String username, String name, boolean verified) {
  /** When it was made, as its id tells. */
  public Instant createdAt() {
    return Snowflake.time(id);
  }
}
