package io.bellwether.quickstart.trades;

import io.bellwether.quickstart.rows.Stopped;

/** Whoever makes trades happen on the stand-in. */
interface Trading {
  /** Trades until there is nothing more to trade, or the time has been stopped. */
  void run(Stopped time);
}
