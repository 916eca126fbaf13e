package io.bellwether.analyzer;

/** A job that had started has failed. The message says why and what to do; it is for a person. */
final class JobFailedException extends Exception {
  JobFailedException(String message, Throwable cause) {
    super(message, cause);
  }

  /** Finds what matters in Spark's exception, which quotes the whole query plan. */
  static JobFailedException of(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null && root.getCause() != root) {
      root = root.getCause();
    }
    String reason = String.valueOf(root.getMessage()).strip().lines().findFirst().orElse("");
    String remedy =
        reason.contains("data may have been lost") || reason.contains("data loss")
            ? " Records that were not read yet are gone. To go on without them set"
                + " data.loss=continue, or point checkpoint.location to a new folder."
            : " The log has the details. Started again, the job goes on from its checkpoint.";
    return new JobFailedException(
        "bellwether-analyzer failed: " + root.getClass().getSimpleName() + ": " + reason + remedy,
        failure);
  }
}
