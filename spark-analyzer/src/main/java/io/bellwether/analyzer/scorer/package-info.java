/**
 * What turns a text into three probabilities. Scorers are found by name with {@link
 * java.util.ServiceLoader}: put a jar with a {@link io.bellwether.analyzer.scorer.ScorerProvider}
 * on the job's class path and name it in {@code scorer}. This package knows neither Spark nor the
 * topics.
 */
package io.bellwether.analyzer.scorer;
