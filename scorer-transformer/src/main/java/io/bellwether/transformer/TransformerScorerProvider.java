package io.bellwether.transformer;

import io.bellwether.analyzer.scorer.Probabilities;
import io.bellwether.analyzer.scorer.Scorer;
import io.bellwether.analyzer.scorer.ScorerProvider;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;

/** Opens the {@link TransformerScorer} under the name {@code transformer}. */
public final class TransformerScorerProvider implements ScorerProvider {
  private static final List<String> LABELS = List.of("negative", "neutral", "positive");

  @Override
  public String name() {
    return "transformer";
  }

  @Override
  public ConfigDef definition() {
    return TransformerKeys.definition();
  }

  @Override
  public Scorer open(Map<String, String> settings) {
    AbstractConfig config = new AbstractConfig(definition(), settings, false);
    String model = config.getString(TransformerKeys.MODEL);
    String tokenizer = config.getString(TransformerKeys.TOKENIZER);
    if ((model == null) != (tokenizer == null)) {
      throw new ConfigException(
          "A network of your own needs both keys, model and tokenizer; only one is set");
    }
    try {
      return model == null ? builtIn(config) : own(config, Path.of(model), Path.of(tokenizer));
    } catch (IOException e) {
      throw new ConfigException("Cannot open the network: " + e);
    }
  }

  private static Scorer builtIn(AbstractConfig config) throws IOException {
    Tokenizer tokenizer = BuiltIn.tokenizer(config.getInt(TransformerKeys.MAX_PIECES));
    try {
      Network network = BuiltIn.network(config.getInt(TransformerKeys.THREADS));
      Reading reading = new SummedUp(head(config.getString(TransformerKeys.HEAD)));
      return new TransformerScorer(tokenizer, network, reading, 1, Set.of("en"));
    } catch (IOException | RuntimeException e) {
      tokenizer.close();
      throw e;
    }
  }

  private static Head head(String file) throws IOException {
    if (file == null) {
      return BuiltIn.head();
    }
    try (InputStream in = Files.newInputStream(Path.of(file))) {
      return Head.read(in);
    } catch (IOException e) {
      throw new ConfigException(TransformerKeys.HEAD, file, "Cannot read it: " + e);
    }
  }

  private static Scorer own(AbstractConfig config, Path model, Path tokenizerFile)
      throws IOException {
    Network network = network(model, config.getInt(TransformerKeys.THREADS));
    try {
      Tokenizer tokenizer = tokenizer(tokenizerFile, config.getInt(TransformerKeys.MAX_PIECES));
      return new TransformerScorer(
          tokenizer,
          network,
          threeLogits(config.getList(TransformerKeys.LABELS)),
          config.getInt(TransformerKeys.BATCH),
          Set.copyOf(config.getList(TransformerKeys.LANGUAGES)));
    } catch (IOException | RuntimeException e) {
      network.close();
      throw e;
    }
  }

  private static Network network(Path file, int threads) throws IOException {
    byte[] onnx = Files.readAllBytes(file);
    try {
      Network network = new Network(onnx, threads);
      if (!network.answersByText()) {
        network.close();
        throw new IllegalArgumentException("it does not answer each text with three numbers");
      }
      return network;
    } catch (IllegalArgumentException e) {
      throw new ConfigException(TransformerKeys.MODEL, file.toString(), e.getMessage());
    }
  }

  private static Tokenizer tokenizer(Path file, int longest) throws IOException {
    try (InputStream json = Files.newInputStream(file)) {
      return new Tokenizer(json, longest, "");
    } catch (RuntimeException e) {
      throw new ConfigException(
          TransformerKeys.TOKENIZER, file.toString(), "It is no tokenizer.json: " + e);
    }
  }

  private static Reading threeLogits(List<String> labels) {
    int[] places = LABELS.stream().mapToInt(labels::indexOf).toArray();
    return (text, answer, pieces) -> {
      if (answer.length != places.length) {
        throw new IllegalStateException(
            "the network answered with " + answer.length + " numbers instead of three");
      }
      double[] shares = {answer[places[0]], answer[places[1]], answer[places[2]]};
      Head.softmax(shares);
      return new Probabilities(shares[0], shares[1], shares[2]);
    };
  }
}
