package io.bellwether.chaos.act;

import io.bellwether.chaos.check.Tally;
import io.bellwether.chaos.lab.Hunt;
import io.bellwether.chaos.lab.Lab;
import java.util.Map;

/** One connector's part in a run: what happens for it, and what must have come of that. */
public interface Act extends Hunt.Steps, AutoCloseable {
  /** The connector's name, which is that of its file in {@code config/}. */
  String connector();

  /** What the run sets besides what {@code config/} says, the service's address included. */
  Map<String, String> changes();

  /** To be called once, before anything else, when the broker and its topics are there. */
  void open(String bootstrap);

  /** What has happened so far, held against what has come of it. */
  Tally tally() throws InterruptedException;

  /**
   * To be asked for once everything is there: it holds as soon as what came twice would have shown.
   */
  Lab.Condition settled() throws InterruptedException;

  @Override
  void close();
}
