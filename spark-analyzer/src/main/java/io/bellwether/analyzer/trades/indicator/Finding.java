package io.bellwether.analyzer.trades.indicator;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What an indicator found worth an alert.
 *
 * @param what names it among all that this indicator can find in one trade, such as {@code up}
 * @param text continues the sentence "BTC/USD on Kraken: 11,014.3, ..."
 * @param details further fields of the alert: numbers, and decimals as strings; in the order of
 *     their names, so that an alert that is written again on another machine has the same bytes
 */
public record Finding(String what, String text, Map<String, Object> details) {
  /** Copies the details. */
  public Finding {
    details = Collections.unmodifiableMap(new TreeMap<>(details));
  }
}
