package io.bellwether.connect.nomics.source.schedule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.ToDoubleFunction;

/**
 * Splits markets over tasks by what their reading costs, and with them the budget. Each market
 * goes, the costly ones first, to the task that has least so far.
 *
 * @param markets of one task
 * @param requestsPerSecond its part of the budget
 */
public record Shares<M>(List<M> markets, double requestsPerSecond) {
  /**
   * The shares of all tasks.
   *
   * @param pace of all tasks together
   * @param rate trades a second that a market is expected to have
   * @param tasks how many there may be at most
   */
  public static <M> List<Shares<M>> of(
      List<M> markets, ToDoubleFunction<M> rate, Pace pace, int tasks) {
    List<Load<M>> loads =
        markets.stream()
            .map(market -> new Load<>(market, pace.load(rate.applyAsDouble(market))))
            .sorted(Comparator.comparingDouble((Load<M> load) -> load.cost).reversed())
            .toList();
    PriorityQueue<Task<M>> least = new PriorityQueue<>();
    for (int n = 0; n < Math.min(tasks, markets.size()); n++) {
      least.add(new Task<>(n));
    }
    for (Load<M> load : loads) {
      Task<M> task = least.remove();
      task.markets.add(load.market);
      task.cost += load.cost;
      least.add(task);
    }
    List<Task<M>> all =
        least.stream().sorted(Comparator.comparingInt(task -> task.number)).toList();
    return all.stream().map(task -> share(task, all, pace)).toList();
  }

  /** What the bound needs comes first; what is left is split by the rest of the cost. */
  private static <M> Shares<M> share(Task<M> task, List<Task<M>> all, Pace pace) {
    double cost = all.stream().mapToDouble(each -> each.cost).sum();
    double bound = all.stream().mapToDouble(each -> each.bound(pace)).sum();
    double rest = pace.requestsPerSecond() - bound;
    double part =
        rest <= 0 || cost - bound < 1e-9
            ? pace.requestsPerSecond() * task.bound(pace) / bound
            : task.bound(pace) + rest * (task.cost - task.bound(pace)) / (cost - bound);
    return new Shares<>(List.copyOf(task.markets), part);
  }

  private record Load<M>(M market, double cost) {}

  private static final class Task<M> implements Comparable<Task<M>> {
    private final int number;
    private final List<M> markets = new ArrayList<>();
    private double cost;

    Task(int number) {
      this.number = number;
    }

    double bound(Pace pace) {
      return markets.size() * pace.boundLoad();
    }

    @Override
    public int compareTo(Task<M> other) {
      int byCost = Double.compare(cost, other.cost);
      return byCost == 0 ? Integer.compare(number, other.number) : byCost;
    }
  }
}
