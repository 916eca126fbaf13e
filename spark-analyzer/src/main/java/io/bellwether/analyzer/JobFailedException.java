package io.bellwether.analyzer;

import io.bellwether.analyzer.config.AnalyzerConfig;
import java.util.List;
import org.apache.commons.lang3.exception.ExceptionUtils;

/** A job that had started has failed. The message says why and what to do; it is for a person. */
final class JobFailedException extends Exception {
  private static final String FAILED = "bellwether-analyzer failed: ";
  private static final String GO_ON =
      " The log has the details. Started again, the job goes on from its checkpoint.";
  private static final String GONE =
      " Records that were not read yet are gone. To go on without them set data.loss=continue, or"
          + " point checkpoint.location to a new folder.";

  private JobFailedException(String message, Throwable cause) {
    super(message, cause);
  }

  /** Finds what matters in Spark's exception, which quotes the whole query plan. */
  static JobFailedException of(Throwable failure, AnalyzerConfig config) {
    return config
        .refusal(failure)
        .map(fault -> new JobFailedException(FAILED + fault + GO_ON, failure))
        .orElseGet(() -> of(failure));
  }

  private static JobFailedException of(Throwable failure) {
    List<Throwable> chain = ExceptionUtils.getThrowableList(failure);
    Throwable root = chain.get(chain.size() - 1);
    String reason = String.valueOf(root.getMessage()).strip().lines().findFirst().orElse("");
    boolean gone = chain.stream().anyMatch(JobFailedException::tellsOfLoss);
    return new JobFailedException(
        FAILED + root.getClass().getSimpleName() + ": " + reason + (gone ? GONE : GO_ON), failure);
  }

  // Spark has no exception of its own for it, and Kafka's may come without Spark's words.
  private static boolean tellsOfLoss(Throwable one) {
    return one.getClass().getSimpleName().startsWith("OffsetOutOfRange")
        || String.valueOf(one.getMessage()).contains("data may have been lost");
  }
}
