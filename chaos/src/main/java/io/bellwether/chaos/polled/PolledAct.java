package io.bellwether.chaos.polled;

import io.bellwether.chaos.act.Act;
import io.bellwether.chaos.check.Tally;
import io.bellwether.chaos.check.Topic;
import io.bellwether.chaos.lab.Lab;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Things appear at a service, and a source asks for them. */
public final class PolledAct implements Act {
  /** After the last record everything is asked for so often again: what came twice would show. */
  private static final int ROUNDS = 3;

  private final PolledPlace place;
  private Topic committed;

  public PolledAct(PolledPlace place) {
    this.place = place;
  }

  @Override
  public String connector() {
    return place.connector();
  }

  @Override
  public Map<String, String> changes() {
    Map<String, String> changes = new LinkedHashMap<>(place.changes());
    changes.putAll(place.settings());
    return changes;
  }

  @Override
  public void open(String bootstrap) {
    committed = Topic.committed(bootstrap, place.topic());
  }

  @Override
  public int all() {
    return place.all();
  }

  @Override
  public int taken() {
    return place.taken();
  }

  @Override
  public int recordsEach() {
    return place.recordsEach();
  }

  @Override
  public void next() {
    place.next();
  }

  /** Other sources may write into the topic too. */
  @Override
  public Tally tally() {
    List<String> found =
        committed.eventIds().stream().filter(id -> id.startsWith(place.idPrefix())).toList();
    return Tally.of(
        connector() + ", event ids in " + place.topic() + ", read_committed",
        place.expected(),
        found);
  }

  boolean isThere() {
    return tally().isComplete();
  }

  @Override
  public Lab.Condition settled() {
    int before = place.calls();
    return () -> place.calls() >= before + ROUNDS * place.partitions();
  }

  @Override
  public void close() {
    if (committed != null) {
      committed.close();
    }
  }
}
