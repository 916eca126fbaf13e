package io.bellwether.analyzer;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Configuration;
import org.apache.logging.log4j.core.config.LoggerConfig;
import org.apache.logging.log4j.core.config.Property;

/** Hears what anybody in this JVM logs, at TRACE but for Spark's plans, and keeps what holds a secret. */
final class Eavesdropper extends AbstractAppender implements AutoCloseable {
  /** As config/log4j2.properties has it too. */
  private static final String PLANS = "org.apache.spark.sql.catalyst";

  private final List<String> secrets;
  private final List<String> heard = new CopyOnWriteArrayList<>();
  private final AtomicLong traces = new AtomicLong();

  private Eavesdropper(List<String> secrets) {
    super("eavesdropper", null, null, true, Property.EMPTY_ARRAY);
    this.secrets = secrets;
  }

  static Eavesdropper on(List<String> secrets) {
    Eavesdropper ear = new Eavesdropper(secrets);
    ear.start();
    LoggerContext context = context();
    Configuration configuration = context.getConfiguration();
    LoggerConfig root = configuration.getRootLogger();
    root.getAppenders().keySet().forEach(root::removeAppender);
    root.addAppender(ear, Level.TRACE, null);
    configuration.getLoggers().values().forEach(logger -> logger.setLevel(Level.TRACE));
    // Here Spark prints the Kafka source's options as they are, whatever is to be redacted.
    configuration.addLogger(PLANS, new LoggerConfig(PLANS, Level.INFO, true));
    context.updateLoggers();
    return ear;
  }

  private static LoggerContext context() {
    return (LoggerContext) LogManager.getContext(false);
  }

  @Override
  public void append(LogEvent event) {
    if (event.getLevel().equals(Level.TRACE)) {
      traces.incrementAndGet();
    }
    StringWriter text = new StringWriter();
    text.append(event.getLoggerName()).append(' ').append(event.getMessage().getFormattedMessage());
    if (event.getThrown() != null) {
      event.getThrown().printStackTrace(new PrintWriter(text));
    }
    String said = text.toString();
    if (secrets.stream().anyMatch(said::contains)) {
      heard.add(said);
    }
  }

  /** What held a secret. */
  List<String> heard() {
    return List.copyOf(heard);
  }

  /** How much was said at TRACE, to know that somebody listened. */
  long traces() {
    return traces.get();
  }

  /** All as configured again. */
  @Override
  public void close() {
    context().reconfigure();
    stop();
  }
}
