package io.bellwether.analyzer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.LoggerConfig;
import org.apache.logging.log4j.core.config.Property;
import org.apache.logging.log4j.core.layout.PatternLayout;

/**
 * Listens to every line that the job, Kafka and Spark log at TRACE, for secrets in it. Spark's log
 * of query plans is heard at DEBUG: at TRACE it shows the options of Kafka's source and sink as
 * they are, and no setting of Spark changes that; docs/secured-kafka.md says so.
 */
final class SecretTrap extends AbstractAppender implements AutoCloseable {
  private static final String PLANS = "org.apache.spark.sql.catalyst";
  private static final List<String> LOGGERS =
      List.of("io.bellwether", "org.apache.kafka", "org.apache.spark", PLANS);

  private final LoggerContext context = (LoggerContext) LogManager.getContext(false);
  private final List<String> secrets;
  private final List<String> caught = Collections.synchronizedList(new ArrayList<>());
  private final AtomicLong masked = new AtomicLong();
  private LoggerConfig bellwether;

  SecretTrap(List<String> secrets) {
    super(
        "trap",
        null,
        PatternLayout.newBuilder().withPattern("%c %m%n%ex").build(),
        true,
        Property.EMPTY_ARRAY);
    this.secrets = List.copyOf(secrets);
  }

  SecretTrap open() {
    start();
    bellwether = context.getConfiguration().getLoggers().get("io.bellwether");
    for (String logger : LOGGERS) {
      Level level = logger.equals(PLANS) ? Level.DEBUG : Level.TRACE;
      LoggerConfig config = new LoggerConfig(logger, level, false);
      config.addAppender(this, level, null);
      context.getConfiguration().removeLogger(logger);
      context.getConfiguration().addLogger(logger, config);
    }
    context.updateLoggers();
    return this;
  }

  @Override
  public void append(LogEvent event) {
    String line = getLayout().toSerializable(event).toString();
    if (line.contains("[hidden]")) {
      masked.incrementAndGet();
    }
    if (secrets.stream().anyMatch(line::contains)) {
      // Where it was, not what.
      caught.add(event.getLoggerName());
    }
  }

  /** The loggers that gave a secret away. */
  List<String> caught() {
    return List.copyOf(caught);
  }

  /** How often Kafka logged its settings with a secret masked: the trap has heard them. */
  long masked() {
    return masked.get();
  }

  @Override
  public void close() {
    LOGGERS.forEach(context.getConfiguration()::removeLogger);
    if (bellwether != null) {
      context.getConfiguration().addLogger("io.bellwether", bellwether);
    }
    context.updateLoggers();
    stop();
  }
}
