package io.bellwether.bundle;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/** A source: what happens at a service arrives in a topic. */
final class SourceStory implements Story {
  /**
   * What a source is about.
   *
   * @param topic of the sample
   * @param prefix what its event ids begin with
   * @param happening makes something happen and gives its event id
   * @param before the position just before an event
   */
  record Subject(
      Map<String, String> settings,
      String topic,
      String prefix,
      Supplier<String> happening,
      Function<String, Map<String, Object>> before) {}

  private final Subject subject;
  private final World.Arrivals arrivals;
  private final World.Arrivals changed;
  private final List<String> happened = new ArrayList<>();

  SourceStory(Subject subject, String bootstrap) {
    this.subject = subject;
    arrivals = World.arrivals(bootstrap, subject.topic());
    changed = World.arrivals(bootstrap, subject.topic() + StrangerIT.CHANGED);
  }

  @Override
  public Map<String, String> settings() {
    return subject.settings();
  }

  @Override
  public Map<String, String> change() {
    return Map.of("topic", subject.topic() + StrangerIT.CHANGED);
  }

  @Override
  public void happen() {
    happened.add(subject.happening().get());
  }

  @Override
  public List<String> happened() {
    return List.copyOf(happened);
  }

  @Override
  public List<String> arrived() {
    return mine(arrivals);
  }

  @Override
  public List<String> arrivedChanged() {
    return mine(changed);
  }

  private List<String> mine(World.Arrivals all) {
    return all.eventIds().stream().filter(id -> id.startsWith(subject.prefix())).toList();
  }

  /** Of the trades only one market is traded. */
  @Override
  public Map<String, Object> earlier(JsonNode partition, JsonNode offset) {
    return partition.path("market").asText("BTC/USD").equals("BTC/USD")
        ? subject.before().apply(happened.get(0))
        : Map.of();
  }

  @Override
  public boolean repeats() {
    return true;
  }

  @Override
  public void close() {
    arrivals.close();
    changed.close();
  }
}
