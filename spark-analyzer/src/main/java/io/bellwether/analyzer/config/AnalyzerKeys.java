package io.bellwether.analyzer.config;

import io.bellwether.analyzer.scorer.ScorerProvider;
import io.bellwether.config.Rules;
import java.util.List;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Type;

/** The keys of a job's configuration, with their documentation. */
public final class AnalyzerKeys {
  static final String JOB = "job";
  static final String OUTPUT = "output";
  public static final String BOOTSTRAP = "kafka.bootstrap.servers";
  public static final String TOPICS = "topics";
  static final String STARTING_OFFSETS = "starting.offsets";
  static final String FETCH_WAIT = "source.kafka.fetch.max.wait.ms";
  static final String JAAS = "kafka.sasl.jaas.config";
  static final String CHECK_TIMEOUT = "check.timeout.ms";
  static final String SCORER = "scorer";
  static final String BATCH_SIZE = "scorer.batch.size";
  static final String ROUTES = "routes";
  public static final String UNSCORED_TOPIC = "unscored.topic";
  public static final String TRIGGER = "trigger";
  static final String TRIGGER_INTERVAL = "trigger.interval.ms";
  static final String CHECKPOINT = "checkpoint.location";
  static final String MAX_OFFSETS = "max.offsets.per.trigger";
  static final String DATA_LOSS = "data.loss";
  static final String MAX_RECORD_BYTES = "max.record.bytes";

  /** Kafka's producer refuses more than 1,048,576 by default; the difference is its overhead. */
  static final int DEFAULT_MAX_RECORD_BYTES = 900_000;

  private static final int DAY_MS = 24 * 60 * 60 * 1000;

  private AnalyzerKeys() {}

  /** All keys for a configuration with these routes and this scorer. */
  public static ConfigDef definition(List<String> routes, List<ScorerProvider> scorers) {
    ConfigDef definition = new ConfigDef();
    job(new KeyGroup(definition, "Job"));
    kafka(new KeyGroup(definition, "Kafka"));
    scoring(new KeyGroup(definition, "Scoring"), scorers);
    routing(new KeyGroup(definition, "Routes"), routes);
    triggering(new KeyGroup(definition, "Trigger"));
    return definition;
  }

  public static String when(String route) {
    return "routes." + route + ".when";
  }

  static String topic(String route) {
    return "routes." + route + ".topic";
  }

  private static void job(KeyGroup keys) {
    keys.low(
            JOB,
            "Job",
            Type.STRING,
            "feedback",
            Rules.oneOf("feedback"),
            "What the job does. 'feedback' scores what people say and routes it by its score.")
        .medium(
            OUTPUT,
            "Output",
            Type.STRING,
            "kafka",
            Rules.oneOf("kafka", "console"),
            "Where the outcome goes. 'kafka' writes it to the topics of the routes. 'console'"
                + " prints key, topic, partition, offset, timestamp, text, score and outcome of"
                + " each record and writes to no topic: for a first look.");
  }

  private static void kafka(KeyGroup keys) {
    keys.high(
            BOOTSTRAP,
            "Kafka brokers",
            Type.STRING,
            ConfigDef.NO_DEFAULT_VALUE,
            Rules.notBlank("host:port"),
            "Brokers to begin with, as host:port, several with commas.")
        .high(
            TOPICS,
            "Topics to read",
            Type.LIST,
            ConfigDef.NO_DEFAULT_VALUE,
            Rules.topic(),
            "The topics to read. They must exist. Only committed records are read.")
        .medium(
            STARTING_OFFSETS,
            "Begin with",
            Type.STRING,
            "latest",
            Rules.oneOf("earliest", "latest"),
            "Where a job without a checkpoint begins: with the oldest record there is, or with the"
                + " next one. A job with a checkpoint goes on where it ended.")
        .low(
            FETCH_WAIT,
            "Longest wait of a fetch (ms)",
            Type.INT,
            5,
            Rules.between(0, 60_000, "milliseconds"),
            "How long a broker may hold back an answer while it has nothing to send. Kafka's own"
                + " default of 500 ms is what a lone message would wait in a micro-batch; 5 ms costs"
                + " an idle job a few requests more.")
        .medium(
            JAAS,
            "Login",
            Type.PASSWORD,
            null,
            null,
            "The login for brokers that ask for one, in JAAS syntax. Take it from the environment:"
                + " ${env:NAME}. It is never printed.")
        .low(
            CHECK_TIMEOUT,
            "Wait for brokers at start (ms)",
            Type.INT,
            10_000,
            Rules.between(100, 600_000, "milliseconds"),
            "How long to wait for the brokers when the job looks whether its topics exist, before it"
                + " starts.");
  }

  private static void scoring(KeyGroup keys, List<ScorerProvider> scorers) {
    keys.high(
            SCORER,
            "Scorer",
            Type.STRING,
            "lexicon",
            Rules.notBlank("the name of a scorer"),
            "What scores the texts. Two are built in, for English and without network: 'linear', a"
                + " trained model, and 'lexicon', a list of words with negation and intensity. Others"
                + " are found on the class path by their name.")
        .low(
            BATCH_SIZE,
            "Texts in a batch",
            Type.INT,
            64,
            Rules.between(1, 10_000, "texts"),
            "How many texts the scorer gets at a time, at most. In continuous mode it is always one.");
    for (ScorerProvider scorer : scorers) {
      keys.embed("scorer." + scorer.name() + ".", scorer.definition());
    }
  }

  private static void routing(KeyGroup keys, List<String> routes) {
    keys.high(
        ROUTES,
        "Routes",
        Type.LIST,
        "negative,positive,neutral",
        Rules.rule(
            "a list of names of lower case letters, digits and dashes, none twice, not 'unscored'",
            RouteNames::areGood),
        "The outcomes, in the order in which they are tried: the first whose predicate holds is"
            + " taken. The last has no predicate, so that every message has an outcome. Where this"
            + " key is not set, a score up to 0.3 leads to negative-feedback, one from 0.9 to"
            + " positive-feedback, any other to neutral-feedback.");
    for (String route : routes) {
      keys.medium(
              when(route),
              "Predicate of route " + route,
              Type.STRING,
              null,
              Rules.notBlank("a predicate of Spark SQL"),
              "A predicate of Spark SQL over the scored record, such as score <= 0.3, or score >= 0.9"
                  + " AND channel_name = 'feedback'. Without one the route always holds.")
          .medium(
              topic(route),
              "Topic of route " + route,
              Type.STRING,
              null,
              Rules.topic(),
              "The topic for what takes this route. It must exist.");
    }
    keys.medium(
            UNSCORED_TOPIC,
            "Topic for unscored",
            Type.STRING,
            "unscored-feedback",
            Rules.topic(),
            "The topic for what cannot be read or scored; the reason is in the record. It must exist.")
        .low(
            MAX_RECORD_BYTES,
            "Largest record (bytes)",
            Type.INT,
            DEFAULT_MAX_RECORD_BYTES,
            Rules.between(200_000, Integer.MAX_VALUE, "bytes"),
            "The largest record to write, key and value together. A larger one goes to the unscored"
                + " topic with its text cut, so that it cannot stop the job. Keep it below the"
                + " producer's sink.kafka.max.request.size and the topics' max.message.bytes.");
  }

  private static void triggering(KeyGroup keys) {
    keys.high(
            TRIGGER,
            "Trigger",
            Type.STRING,
            Trigger.MICRO_BATCH.word(),
            Rules.oneOf(Trigger.words()),
            "When to read. 'micro-batch': batch after batch, a tenth of a second or two after a"
                + " message; restarts repeat at most one batch. 'continuous': record by record within"
                + " milliseconds; needs a core for each partition of the topics, and repeats more"
                + " after a crash. 'available-now': what is there, then the job ends.")
        .low(
            TRIGGER_INTERVAL,
            "Time between micro-batches (ms)",
            Type.LONG,
            0L,
            Rules.between(0, DAY_MS, "milliseconds"),
            "The least time from one micro-batch to the next. 0 starts the next at once.")
        .high(
            CHECKPOINT,
            "Checkpoint folder",
            Type.STRING,
            null,
            Rules.notBlank("a folder"),
            "The folder with the position in the topics: a path or a URL of Spark's file systems that"
                + " survives the machine. Each job needs its own. Required unless output is console.")
        .low(
            MAX_OFFSETS,
            "Records in a batch",
            Type.LONG,
            20_000L,
            Rules.between(1, Long.MAX_VALUE, "records"),
            "How many records a batch takes, at most; so many can be written twice after a crash."
                + " Continuous mode has no batches and ignores it.")
        .medium(
            DATA_LOSS,
            "When records are gone",
            Type.STRING,
            "fail",
            Rules.oneOf("fail", "continue"),
            "What to do when records that were not read yet are gone, because the topic kept them too"
                + " briefly or was created anew. 'fail' stops the job, so that no gap goes unseen."
                + " 'continue' logs a warning and goes on with what is there: set it once the gap is"
                + " accepted, or point the job to a new checkpoint folder.");
  }
}
