package io.bellwether.standin.x.api;

import io.bellwether.standin.x.Faults;
import java.util.Arrays;
import java.util.Optional;

/**
 * The calls that the stand-in knows.
 *
 * <p>Limits are requests in 15 minutes, for an app and for a user; 0 where users may not call.
 */
enum Endpoint {
  SEARCH(Faults.SEARCH, 450, 300),
  STREAM(Faults.STREAM, 50, 0),
  RULES(Faults.RULES, 450, 0),
  CHANGE_RULES(Faults.CHANGE_RULES, 100, 0),
  TOKEN(Faults.TOKEN, 0, 0);

  private final String call;
  private final int forApp;
  private final int forUser;

  Endpoint(String call, int forApp, int forUser) {
    this.call = call;
    this.forApp = forApp;
    this.forUser = forUser;
  }

  static Optional<Endpoint> of(String call) {
    return Arrays.stream(values()).filter(each -> each.call.equals(call)).findFirst();
  }

  int limit(Caller caller) {
    return caller.asUser() ? forUser : forApp;
  }

  boolean readsPosts() {
    return this == SEARCH || this == STREAM;
  }

  boolean takesUsers() {
    return forUser > 0;
  }
}
