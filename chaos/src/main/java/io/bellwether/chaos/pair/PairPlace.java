package io.bellwether.chaos.pair;

import io.bellwether.chaos.lab.Place;
import io.bellwether.chaos.lab.SlackPlace;
import io.bellwether.chaos.polled.TradesPlace;
import io.bellwether.chaos.polled.XPlace;
import io.bellwether.quickstart.stack.Topics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All services at once. */
public final class PairPlace implements Place {
  private final SlackPlace slack = new SlackPlace();
  private final XPlace x;
  private final TradesPlace trades;

  public PairPlace(PairPlan plan) {
    x = new XPlace(plan.posts(), plan.seed());
    trades = new TradesPlace(TradesPlace.Api.KRAKEN, plan.bursts(), plan.seed());
  }

  SlackPlace slack() {
    return slack;
  }

  XPlace x() {
    return x;
  }

  TradesPlace trades() {
    return trades;
  }

  private Stream<Place> all() {
    return Stream.of(slack, x, trades);
  }

  @Override
  public String address() {
    return all().map(Place::address).collect(Collectors.joining(", "));
  }

  @Override
  public Map<String, String> secrets() {
    Map<String, String> secrets = new HashMap<>();
    all().map(Place::secrets).forEach(secrets::putAll);
    return secrets;
  }

  /** Each connector has settings of its own. */
  @Override
  public Map<String, String> settings() {
    return Map.of();
  }

  @Override
  public List<Topics.Topic> topics() {
    return all().map(Place::topics).flatMap(List::stream).toList();
  }

  @Override
  public String secretPattern() {
    return all().map(Place::secretPattern).collect(Collectors.joining("|"));
  }

  @Override
  public void close() {
    all().forEach(Place::close);
  }
}
