package io.bellwether.analyzer.trades.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.analyzer.trades.Ticks;
import io.bellwether.analyzer.trades.state.StateReader;
import io.bellwether.analyzer.trades.state.StateWriter;
import io.bellwether.analyzer.trades.trade.Trade;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** Sends trades through an indicator; its state goes through bytes after each, as in the job. */
final class Probe<S> {
  private final Indicator<S> indicator;
  private final List<Finding> findings = new ArrayList<>();
  private S state;
  private List<Quote> others = List.of();

  Probe(Indicator<S> indicator) {
    this.indicator = indicator;
    this.state = indicator.start(Ticks.KRAKEN);
  }

  Probe<S> beside(Quote... quotes) {
    others = List.of(quotes);
    return this;
  }

  /** Sends one on Kraken, and returns what was found in it. */
  List<Finding> send(double seconds, String price, String volume) {
    return send(Ticks.trade(seconds, price, volume), Timing.IN_ORDER);
  }

  List<Finding> send(Trade trade, Timing timing) {
    return send(trade, timing, OptionalDouble.empty());
  }

  List<Finding> send(Trade trade, Timing timing, OptionalDouble probability) {
    List<Quote> pair = new ArrayList<>(others);
    pair.add(Quote.of(trade));
    Outcome<S> outcome = indicator.on(new Tick(trade, timing, pair, probability), state);
    StateWriter bytes = new StateWriter(1);
    indicator.write(outcome.state(), bytes);
    state = indicator.read(new StateReader(bytes.toBytes()));
    StateWriter again = new StateWriter(1);
    indicator.write(state, again);
    assertThat(again.toBytes()).isEqualTo(bytes.toBytes());
    findings.addAll(outcome.findings());
    return outcome.findings();
  }

  List<String> texts() {
    return findings.stream().map(Finding::text).toList();
  }

  List<Finding> findings() {
    return findings;
  }
}
