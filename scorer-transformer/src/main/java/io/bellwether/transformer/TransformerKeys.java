package io.bellwether.transformer;

import io.bellwether.config.Rules;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Type;
import org.apache.kafka.common.config.ConfigDef.Width;

/** The settings of the scorer, without their prefix. */
final class TransformerKeys {
  static final String MODEL = "model";
  static final String TOKENIZER = "tokenizer";
  static final String LABELS = "labels";
  static final String HEAD = "head";
  static final String LANGUAGES = "languages";
  static final String MAX_PIECES = "max.pieces";
  static final String BATCH = "batch.size";
  static final String THREADS = "threads";

  private static final Set<String> THREE = Set.of("negative", "neutral", "positive");

  private final ConfigDef definition = new ConfigDef();
  private int order;

  private TransformerKeys() {}

  static ConfigDef definition() {
    TransformerKeys keys = new TransformerKeys();
    keys.model();
    keys.work();
    return keys.definition;
  }

  private void model() {
    add(
        MODEL,
        "Model",
        Type.STRING,
        null,
        Rules.notBlank("the path of a network in the format ONNX"),
        "The file of a network of your own that answers each text with three numbers (logits), at"
            + " the same path on every machine that scores. Without it the small one that is built"
            + " in.");
    add(
        TOKENIZER,
        "Tokenizer",
        Type.STRING,
        null,
        Rules.notBlank("the path of a tokenizer.json"),
        "The tokenizer.json that belongs to that network.");
    add(
        LABELS,
        "Labels",
        Type.LIST,
        "negative,neutral,positive",
        Rules.rule(
            "negative, neutral and positive, each once, with commas between them",
            value -> ((List<?>) value).size() == 3 && new HashSet<>((List<?>) value).equals(THREE)),
        "What the three numbers of your network stand for, in their order.");
    add(
        HEAD,
        "Head",
        Type.STRING,
        null,
        Rules.notBlank("the path of a file that TrainHead made"),
        "What you have trained on top of the built-in network with messages of your own. Without it"
            + " what comes with it.");
    add(
        LANGUAGES,
        "Languages",
        Type.LIST,
        "",
        Rules.noneBlank("codes of languages such as en,de"),
        "The languages that your network reads, as codes such as en. Empty: it is asked whatever the"
            + " language. The built-in one reads English.");
  }

  private void work() {
    add(
        MAX_PIECES,
        "Longest text in pieces",
        Type.INT,
        128,
        Rules.between(8, 512, "pieces"),
        "Of how many pieces (about three quarters of a word each) a text is read; the rest of it is"
            + " left out. What takes most time is the length.");
    add(
        BATCH,
        "Texts at a time",
        Type.INT,
        1,
        Rules.between(1, 256, "texts"),
        "How many texts of the same length your network is given at a time. More than 1 helps"
            + " on accelerators and many cores only. Leave it at 1 for networks of 8-bit numbers:"
            + " with them a score would depend on the other texts. Ignored by the built-in one.");
    add(
        THREADS,
        "Threads",
        Type.INT,
        1,
        Rules.between(1, 64, "threads"),
        "How many threads compute one answer. Spark gives a core to each task, so 1 is best where"
            + " all cores have tasks.");
  }

  private void add(
      String name,
      String displayName,
      Type type,
      Object fallback,
      ConfigDef.Validator rule,
      String documentation) {
    definition.define(
        name,
        type,
        fallback,
        rule,
        Importance.LOW,
        documentation,
        "transformer",
        ++order,
        Width.LONG,
        displayName);
  }
}
