package io.bellwether.standin.trades.web;

import io.bellwether.standin.trades.Fault;
import io.bellwether.standin.trades.Trade;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** What goes wrong with the trades of a page, if anything does. */
record PageFault(Optional<Fault> fault) {
  /** The page as it is shown. A page too small for the fault is shown as it is. */
  List<Trade> spoil(List<Trade> page) {
    if (fault.isEmpty()) {
      return page;
    }
    List<Trade> spoilt = new ArrayList<>(page);
    int middle = page.size() / 2;
    switch (fault.get().kind()) {
      case OUT_OF_ORDER -> Collections.reverse(spoilt);
      case REPEATED -> {
        if (!page.isEmpty()) {
          spoilt.add(middle, page.get(middle));
        }
      }
      case LEFT_OUT -> {
        if (page.size() > 2) {
          spoilt.remove(middle);
        }
      }
      default -> {}
    }
    return spoilt;
  }
}
