package io.bellwether.connect.poll;

import io.bellwether.connect.remote.Budget;
import io.bellwether.connect.remote.RetryClock;
import java.time.Duration;

/**
 * What all partitions share that are read from the same place: how often it may be asked, and when
 * again after trouble. A connector to one service has one lane, one to several exchanges one each.
 *
 * @param name for the log
 */
public record Lane(String name, Budget budget, RetryClock retries) {
  Duration untilFree() {
    Duration permit = budget.untilFree();
    Duration retry = retries.untilDue();
    return permit.compareTo(retry) > 0 ? permit : retry;
  }

  boolean tryTake() {
    return retries.isDue() && budget.tryTake();
  }
}
