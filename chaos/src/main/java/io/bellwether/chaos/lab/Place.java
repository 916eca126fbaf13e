package io.bellwether.chaos.lab;

import java.util.Map;

/** The service that a run's connectors talk to: a stand-in that can misbehave. */
public interface Place extends AutoCloseable {
  /** Where it is, for the notes. */
  String address();

  /** What workers have in their environment. */
  Map<String, String> secrets();

  /** What a connector must be told to find it. */
  Map<String, String> settings();

  /** What must stand in no log. */
  String secretPattern();

  @Override
  void close();
}
