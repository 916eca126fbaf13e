package io.bellwether.analyzer.scorer.azure;

import io.bellwether.config.Rules;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Type;
import org.apache.kafka.common.config.ConfigDef.Width;

/** The settings of the scorer, without their prefix. */
final class AzureKeys {
  static final String ENDPOINT = "endpoint";
  static final String KEY = "key";
  static final String API_VERSION = "api.version";
  static final String MODEL_VERSION = "model.version";
  static final String PARALLEL = "parallel";
  static final String PER_SECOND = "rate.per.second";
  static final String PER_MINUTE = "rate.per.minute";
  static final String TIMEOUT = "timeout.ms";
  static final String PATIENCE = "patience.ms";
  static final String GIVE_UP = "give.up";
  static final String LONGEST_TEXT = "max.text.length";

  private static final int DAY_MS = 24 * 60 * 60 * 1000;

  private final ConfigDef definition = new ConfigDef();
  private int order;

  private AzureKeys() {}

  static ConfigDef definition() {
    AzureKeys keys = new AzureKeys();
    keys.service();
    keys.pace();
    keys.trouble();
    return keys.definition;
  }

  private void service() {
    add(
        ENDPOINT,
        "Azure endpoint",
        Type.STRING,
        ConfigDef.NO_DEFAULT_VALUE,
        Rules.safeUrl(
            "the endpoint of a Language resource, such as"
                + " https://my-resource.cognitiveservices.azure.com/"),
        Importance.MEDIUM,
        "Where the Language resource is, as Azure's portal shows it. Texts and key are sent there and"
            + " nowhere else: redirections are not followed.");
    add(
        KEY,
        "Azure key",
        Type.PASSWORD,
        ConfigDef.NO_DEFAULT_VALUE,
        Rules.secret("one of the two keys of the resource"),
        Importance.MEDIUM,
        "A key of the resource. Take it from the environment: ${env:AZURE_LANGUAGE_KEY}. It is never"
            + " printed.");
    add(
        API_VERSION,
        "API version",
        Type.STRING,
        "2023-04-01",
        Rules.rule(
            "a version such as 2023-04-01",
            value -> value.toString().matches("\\d{4}-\\d{2}-\\d{2}(-preview)?")),
        Importance.LOW,
        "The version of the API that is asked for.");
    add(
        MODEL_VERSION,
        "Model version",
        Type.STRING,
        "latest",
        Rules.notBlank("a version, or latest"),
        Importance.LOW,
        "The version of Azure's model. With 'latest' scores may change when Azure brings a new one.");
  }

  private void pace() {
    add(
        PARALLEL,
        "Calls at the same time",
        Type.INT,
        128,
        Rules.between(1, 500, "calls"),
        Importance.LOW,
        "How many calls each executor has under way at the same time, at most. A batch of"
            + " scorer.batch.size texts is a tenth as many calls.");
    add(
        PER_SECOND,
        "Calls a second",
        Type.INT,
        1_000,
        Rules.between(1, 100_000, "calls"),
        Importance.LOW,
        "How many calls of each kind (language, sentiment) are made in a second, at most: the tier's"
            + " limit. In continuous mode each executor counts for itself. The standard tier has"
            + " 1,000, the free one 100.");
    add(
        PER_MINUTE,
        "Calls a minute",
        Type.INT,
        1_000,
        Rules.between(1, 1_000_000, "calls"),
        Importance.LOW,
        "The same for a minute. The standard tier has 1,000, the free one 300. A call of sentiment"
            + " brings up to 10 texts, one of language up to 1,000.");
    add(
        LONGEST_TEXT,
        "Longest text (characters)",
        Type.INT,
        10 * Pieces.LONGEST,
        Rules.between(1, 1_000_000, "characters"),
        Importance.LOW,
        "How much of a text is sent, at most. Azure takes "
            + Pieces.LONGEST
            + " characters at once; a longer text is sent in pieces, cut between sentences, and its"
            + " probabilities are the means of theirs, weighted by length.");
  }

  private void trouble() {
    add(
        TIMEOUT,
        "Time-out of a call (ms)",
        Type.INT,
        30_000,
        Rules.between(100, 600_000, "milliseconds"),
        Importance.LOW,
        "How long one call may take. One that takes longer is made again.");
    add(
        PATIENCE,
        "Patience with Azure (ms)",
        Type.LONG,
        600_000L,
        Rules.between(0, DAY_MS, "milliseconds"),
        Importance.LOW,
        "How long a call is tried again while Azure is away or refuses it as too frequent. Meanwhile"
            + " messages wait in their topic.");
    add(
        GIVE_UP,
        "When patience has run out",
        Type.STRING,
        "fail",
        Rules.oneOf("fail", "unscored"),
        Importance.MEDIUM,
        "What to do then. 'fail' stops the job: nothing is lost, and started again it goes on with"
            + " the same messages. 'unscored' sends them to the unscored topic with the reason, and"
            + " tries each further call once until Azure answers again. A key or endpoint that Azure"
            + " refuses stops the job at once, whatever is set here.");
  }

  private void add(
      String name,
      String title,
      Type type,
      Object value,
      ConfigDef.Validator rule,
      Importance importance,
      String doc) {
    order++;
    definition.define(name, type, value, rule, importance, doc, "azure", order, Width.LONG, title);
  }
}
