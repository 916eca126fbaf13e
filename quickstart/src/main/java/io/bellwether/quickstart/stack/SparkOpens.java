package io.bellwether.quickstart.stack;

import java.util.List;
import java.util.stream.Stream;

/**
 * What Spark 3.5 needs opened on Java 17. The list is that of Spark's own {@code
 * org.apache.spark.launcher.JavaModuleOptions}; a test compares them, so that Spark need not be on
 * the launcher's class path for it.
 */
final class SparkOpens {
  static final List<String> ARGUMENTS =
      Stream.concat(
              Stream.of("-XX:+IgnoreUnrecognizedVMOptions"),
              Stream.concat(
                  Stream.of(
                          "java.lang",
                          "java.lang.invoke",
                          "java.lang.reflect",
                          "java.io",
                          "java.net",
                          "java.nio",
                          "java.util",
                          "java.util.concurrent",
                          "java.util.concurrent.atomic",
                          "jdk.internal.ref",
                          "sun.nio.ch",
                          "sun.nio.cs",
                          "sun.security.action",
                          "sun.util.calendar")
                      .map(name -> "--add-opens=java.base/" + name + "=ALL-UNNAMED"),
                  Stream.of(
                      "--add-opens=java.security.jgss/sun.security.krb5=ALL-UNNAMED",
                      "-Djdk.reflect.useDirectMethodHandle=false")))
          .toList();

  private SparkOpens() {}
}
