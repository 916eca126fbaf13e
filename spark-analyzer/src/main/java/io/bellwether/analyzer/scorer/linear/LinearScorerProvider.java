package io.bellwether.analyzer.scorer.linear;

import io.bellwether.analyzer.scorer.Scorer;
import io.bellwether.analyzer.scorer.ScorerProvider;
import io.bellwether.config.Rules;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;

/** Opens the {@link LinearScorer} under the name {@code linear}. */
public final class LinearScorerProvider implements ScorerProvider {
  private static final String MODEL = "model";
  private static final String BUILT_IN = "feedback.model";

  @Override
  public String name() {
    return "linear";
  }

  @Override
  public ConfigDef definition() {
    return new ConfigDef()
        .define(
            MODEL,
            ConfigDef.Type.STRING,
            null,
            Rules.notBlank("the path of a model"),
            ConfigDef.Importance.LOW,
            "The file of a model that 'bellwether train' made, at the same path on every machine"
                + " that scores. Without it the model that is built in.",
            "linear",
            1,
            ConfigDef.Width.LONG,
            "Model");
  }

  @Override
  public Scorer open(Map<String, String> settings) {
    String file = settings.get(MODEL);
    try (InputStream in = file == null ? builtIn() : Files.newInputStream(Path.of(file))) {
      return new LinearScorer(ModelFile.read(in));
    } catch (IOException e) {
      throw new ConfigException(MODEL, file == null ? BUILT_IN : file, "Cannot read it: " + e);
    }
  }

  /** A scorer of a model that is in no file yet. */
  public static Scorer scorer(LinearModel model) {
    return new LinearScorer(model);
  }

  private static InputStream builtIn() throws IOException {
    InputStream in = LinearScorerProvider.class.getResourceAsStream(BUILT_IN);
    if (in == null) {
      throw new FileNotFoundException("the jar holds no " + BUILT_IN);
    }
    return in;
  }
}
