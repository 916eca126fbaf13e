package io.bellwether.analyzer.scorer;

import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/** The scorers on the class path. */
public final class ScorerProviders {
  private ScorerProviders() {}

  public static Optional<ScorerProvider> named(String name) {
    return all().filter(provider -> provider.name().equals(name)).findFirst();
  }

  /** The names there are, sorted. */
  public static List<String> names() {
    return all().map(ScorerProvider::name).sorted().toList();
  }

  // The context class loader, because Spark puts the job's jars (--jars) behind that one.
  private static Stream<ScorerProvider> all() {
    ClassLoader context = Thread.currentThread().getContextClassLoader();
    return ServiceLoader.load(ScorerProvider.class, context).stream()
        .map(ServiceLoader.Provider::get);
  }
}
