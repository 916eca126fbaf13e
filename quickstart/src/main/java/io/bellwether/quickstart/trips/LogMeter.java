package io.bellwether.quickstart.trips;

import io.bellwether.quickstart.rows.Meter;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Nobody looks on: only what is worth a line goes into the log. */
final class LogMeter implements Meter {
  private static final Logger LOG = LoggerFactory.getLogger(LogMeter.class);

  @Override
  public void at(LongSupplier position, long rows) {
    // The page shows how far it has come.
  }

  @Override
  public void note(String line) {
    LOG.warn("{}", line);
  }

  @Override
  public void close() {
    // Nothing is open.
  }
}
