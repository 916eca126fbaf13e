package io.bellwether.chaos.polled;

import io.bellwether.chaos.lab.Hunt;
import io.bellwether.chaos.lab.Place;
import java.util.List;
import java.util.Map;

/** A service that one source connector asks, and what appears there during a run. */
public interface PolledPlace extends Place, Hunt.Steps {
  /** The connector's file in {@code config/}, without its ending. */
  String connector();

  /** The topic that it fills. */
  String topic();

  /** How all its event ids begin. */
  String idPrefix();

  /** What the run sets besides what {@code config/} says. */
  Map<String, String> changes();

  /** The event ids of all that has appeared so far, each once. */
  List<String> expected();

  /** How many partitions the connector reads, so how many calls ask for everything once. */
  int partitions();

  /** From now on this share of all calls goes wrong, by the seed. */
  void misbehave(long seed, double share);

  /** No call goes wrong any more. */
  void behave();

  /** How many calls have been made. */
  int calls();

  /** Calls that came before a limit's time was over, each in words. */
  List<String> callsTooSoon();
}
