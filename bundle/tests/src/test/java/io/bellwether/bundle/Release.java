package io.bellwether.bundle;

import io.bellwether.quickstart.stack.Home;
import java.nio.file.Path;
import java.util.List;

/** A release of Kafka Connect, from its plain artifacts. */
enum Release {
  /** The oldest that is supported; it logs with Log4j 1. */
  OLDEST(System.getProperty("kafka.oldest.version")),
  /** That of the distribution. */
  NEWEST(System.getProperty("kafka.version"));

  private final String version;

  Release(String version) {
    this.version = version;
  }

  /** The folder with the jars of a worker. */
  Path classPath(Home home) {
    return switch (this) {
      case OLDEST ->
          Path.of(
              System.getProperty("bellwether.repository"), "bundle/connect-3.9/target/class-path");
      case NEWEST -> home.lib("kafka");
    };
  }

  /** Has warnings of the worker, and of the plugins more, on standard output. */
  List<String> logging(Home home, Path log4j1) {
    return List.of(
        switch (this) {
          case OLDEST -> "-Dlog4j.configuration=" + log4j1.toUri();
          case NEWEST -> "-Dlog4j2.configurationFile=" + home.config("log4j2.properties");
        });
  }

  /** As its artifacts are numbered, and a worker says of itself. */
  String version() {
    return version;
  }

  @Override
  public String toString() {
    return "Kafka Connect " + version;
  }
}
