package io.bellwether.chaos.lab;

import io.bellwether.quickstart.stack.Topics;
import java.util.List;
import java.util.Map;

/** The service that a run's connectors talk to: a stand-in that can misbehave. */
public interface Place extends AutoCloseable {
  /** Where it is, for the notes. */
  String address();

  /** What workers have in their environment. */
  Map<String, String> secrets();

  /** What a connector must be told to find it. */
  Map<String, String> settings();

  /** Topics that are to be there besides those of feedback. */
  default List<Topics.Topic> topics() {
    return List.of();
  }

  /** What must stand in no log. */
  String secretPattern();

  @Override
  void close();
}
