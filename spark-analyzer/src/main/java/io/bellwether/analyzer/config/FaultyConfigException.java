package io.bellwether.analyzer.config;

import java.util.List;

/** The configuration cannot be used. Each fault names a key, the reason and the remedy. */
public final class FaultyConfigException extends Exception {
  private final List<String> faults;

  public FaultyConfigException(List<String> faults) {
    super(String.join(System.lineSeparator(), faults));
    this.faults = List.copyOf(faults);
  }

  /** One a line, at least one; no secret is in them. */
  public List<String> faults() {
    return faults;
  }
}
