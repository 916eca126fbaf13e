package io.bellwether.analyzer.config;

import io.bellwether.config.Rules;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Type;

/** The keys that all jobs share, with their documentation. */
public final class AnalyzerKeys {
  public static final String JOB = "job";
  public static final String OUTPUT = "output";
  public static final String BOOTSTRAP = "kafka.bootstrap.servers";
  public static final String TOPICS = "topics";
  static final String STARTING_OFFSETS = "starting.offsets";
  static final String FETCH_WAIT = "source.kafka.fetch.max.wait.ms";
  static final String JAAS = "kafka.sasl.jaas.config";
  static final String CHECK_TIMEOUT = "check.timeout.ms";
  public static final String TRIGGER = "trigger";
  static final String TRIGGER_INTERVAL = "trigger.interval.ms";
  public static final String CHECKPOINT = "checkpoint.location";
  static final String MAX_OFFSETS = "max.offsets.per.trigger";
  static final String DATA_LOSS = "data.loss";

  private static final int DAY_MS = 24 * 60 * 60 * 1000;

  private AnalyzerKeys() {}

  /** The keys of every job; {@code jobs} are those that can be chosen. */
  public static ConfigDef shared(List<JobKeys> jobs) {
    ConfigDef definition = new ConfigDef();
    job(new KeyGroup(definition, "Job"), jobs);
    kafka(new KeyGroup(definition, "Kafka"));
    triggering(new KeyGroup(definition, "Trigger"));
    return definition;
  }

  private static void job(KeyGroup keys, List<JobKeys> jobs) {
    String purposes =
        jobs.stream()
            .map(job -> " '" + job.job() + "' " + job.purpose())
            .collect(Collectors.joining());
    keys.low(
            JOB,
            "Job",
            Type.STRING,
            jobs.get(0).job(),
            Rules.oneOf(jobs.stream().map(JobKeys::job).toArray(String[]::new)),
            "What the job does." + purposes + " Each has keys of its own beside these.")
        .medium(
            OUTPUT,
            "Output",
            Type.STRING,
            "kafka",
            Rules.oneOf("kafka", "console"),
            "Where the outcome goes. 'kafka' writes it to topics. 'console' prints it and writes to no"
                + " topic: for a first look.");
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
