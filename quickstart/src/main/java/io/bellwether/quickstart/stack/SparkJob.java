package io.bellwether.quickstart.stack;

/**
 * A job of the Spark application, in a JVM of its own.
 *
 * @param part what the demo calls it
 * @param child what its process and its log are called
 * @param file its configuration in {@code config/}
 * @param checkpoint its folder in the state
 * @param scratch where Spark may leave files
 * @param heap the most that its JVM may use
 */
public record SparkJob(
    Part part, String child, String file, String checkpoint, String scratch, String heap) {
  /** What scores feedback. */
  public static final SparkJob FEEDBACK =
      new SparkJob(Part.SPARK, "analyzer", "feedback-analyzer.json", "checkpoint", "spark", "1g");

  /** What watches trades. */
  public static final SparkJob TRADES =
      new SparkJob(
          Part.TRADES,
          "trades-analyzer",
          "trades-analyzer.json",
          "checkpoint-trades",
          "spark-trades",
          "768m");
}
