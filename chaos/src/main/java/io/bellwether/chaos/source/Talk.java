package io.bellwether.chaos.source;

import java.util.List;

/** What people do in Slack during a run, step by step. */
public interface Talk {
  /** How many steps there are. */
  int steps();

  /** Takes the next one. */
  void next();

  /** The event ids that all steps so far are to have in the topic, one for each record. */
  List<String> expected();
}
