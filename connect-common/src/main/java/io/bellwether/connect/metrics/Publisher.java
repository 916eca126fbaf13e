package io.bellwether.connect.metrics;

import java.util.function.Supplier;

/** Makes a number readable from outside. */
interface Publisher {
  void publish(String name, String description, Supplier<? extends Number> value);
}
