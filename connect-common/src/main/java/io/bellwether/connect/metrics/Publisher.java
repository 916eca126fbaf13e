package io.bellwether.connect.metrics;

import java.util.function.Supplier;

/** Makes a number readable from outside. */
interface Publisher extends AutoCloseable {
  void publish(String name, String description, Supplier<? extends Number> value);

  /** Nothing of it is readable any more. */
  @Override
  default void close() {}

  /** Publishes nothing. */
  static Publisher nowhere() {
    return (name, description, value) -> {};
  }
}
