package io.bellwether.analyzer;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.spark.SparkContext;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerExecutorAdded;
import org.apache.spark.scheduler.SparkListenerExecutorRemoved;
import org.apache.spark.status.api.v1.ExecutorSummary;
import scala.collection.JavaConverters;

/**
 * Counts the cores of a cluster's executors as they come. Spark's default parallelism says 2 before
 * any is there.
 */
final class ExecutorCores extends SparkListener {
  private final Map<String, Integer> cores = new HashMap<>();

  private ExecutorCores() {}

  /** How many there are as soon as they are enough, or when the time is over. */
  static int await(SparkContext context, int wanted, Duration atMost) {
    ExecutorCores counted = new ExecutorCores();
    context.addSparkListener(counted);
    try {
      JavaConverters.seqAsJavaList(context.statusStore().executorList(true)).forEach(counted::add);
      return counted.await(wanted, atMost);
    } finally {
      context.removeSparkListener(counted);
    }
  }

  private synchronized int await(int wanted, Duration atMost) {
    long end = System.nanoTime() + atMost.toNanos();
    try {
      for (long left = atMost.toMillis(); sum() < wanted && left > 0; left = millisTo(end)) {
        wait(left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return sum();
  }

  private static long millisTo(long end) {
    return Duration.ofNanos(end - System.nanoTime()).toMillis();
  }

  private int sum() {
    return cores.values().stream().mapToInt(each -> each).sum();
  }

  private synchronized void add(ExecutorSummary executor) {
    cores.put(executor.id(), executor.totalCores());
  }

  @Override
  public synchronized void onExecutorAdded(SparkListenerExecutorAdded added) {
    cores.put(added.executorId(), added.executorInfo().totalCores());
    notifyAll();
  }

  @Override
  public synchronized void onExecutorRemoved(SparkListenerExecutorRemoved removed) {
    cores.remove(removed.executorId());
  }
}
