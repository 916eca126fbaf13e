package io.bellwether.quickstart;

import io.bellwether.quickstart.stack.Trigger;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a trigger by its name in the analyzer's configuration. */
public final class TriggerName implements ITypeConverter<Trigger> {
  @Override
  public Trigger convert(String value) {
    return switch (value) {
      case "micro-batch" -> Trigger.MICRO_BATCH;
      case "continuous" -> Trigger.CONTINUOUS;
      default ->
          throw new TypeConversionException(
              "'" + value + "' is neither 'micro-batch' nor 'continuous'");
    };
  }
}
