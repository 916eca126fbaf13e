package io.bellwether.connect.nomics.source.api;

import java.util.List;
import java.util.Locale;

/** All APIs that are spoken. */
public final class Dialects {
  private static final List<Dialect> ALL =
      List.of(
          new NomicsDialect(), new KrakenDialect(), new CoinbaseDialect(), new BinanceDialect());

  private Dialects() {}

  /** Their names. */
  public static String[] names() {
    return ALL.stream().map(Dialect::name).toArray(String[]::new);
  }

  /**
   * One by its name, in upper or lower case.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static Dialect named(String name) {
    return ALL.stream()
        .filter(dialect -> dialect.name().equals(name.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no API is called " + name));
  }
}
