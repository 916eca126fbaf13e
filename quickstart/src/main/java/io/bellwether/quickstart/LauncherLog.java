package io.bellwether.quickstart;

import io.bellwether.quickstart.process.StateFolder;

/** Sends what libraries in the launcher's own JVM log to a file: the terminal is for the user. */
public final class LauncherLog {
  private LauncherLog() {}

  /** Has an effect only before the first logger is made. */
  static void to(StateFolder state) {
    String simple = "org.slf4j.simpleLogger.";
    System.setProperty(simple + "logFile", state.log("launcher").toString());
    System.setProperty(simple + "showDateTime", "true");
    System.setProperty(simple + "dateTimeFormat", "yyyy-MM-dd'T'HH:mm:ss.SSSXXX");
    quieten();
  }

  /** Of libraries, warnings alone. */
  public static void quieten() {
    System.setProperty("org.jboss.logging.provider", "slf4j");
    System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "warn");
    System.setProperty("org.slf4j.simpleLogger.log.io.bellwether", "info");
  }
}
