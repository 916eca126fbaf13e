package io.bellwether.benchmarks.measure;

import io.bellwether.benchmarks.load.Schedule;
import io.bellwether.benchmarks.load.SteadyClock;
import io.bellwether.benchmarks.load.Texts;
import io.bellwether.benchmarks.plain.Judge;
import io.bellwether.benchmarks.stack.BenchStack;
import io.bellwether.quickstart.stack.Topics;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * From a record in a topic to its scored record in the outcome's topic: by the analyzer, by a plain
 * pipe, and, unscored, through Kafka alone. They take turns of a few seconds, so that what else
 * happens on the machine meets each of them.
 */
public final class KafkaToKafka {
  private final BenchStack stack;
  private final SteadyClock clock;
  private final Load load;
  private final Judge judge = new Judge();
  private final Track analyzer = new Track("analyzer");
  private final Track plain = new Track("plain consumer-producer");
  private final Track floor = new Track("Kafka alone");
  private int number;

  /**
   * What is sent.
   *
   * @param perSecond records
   * @param rounds that are timed; one more comes first as a warm-up
   * @param inRound records of each way in a round
   */
  public record Load(double perSecond, int rounds, int inRound, long seed) {}

  public KafkaToKafka(BenchStack stack, SteadyClock clock, Load load) {
    this.stack = stack;
    this.clock = clock;
    this.load = load;
  }

  /** Runs it; analyzer and plain pipe are at work already. */
  public Outcome run() throws InterruptedException {
    Texts texts = new Texts(load.seed);
    try (Arrivals arrivals = Arrivals.from(stack.bootstrap(), clock, listeners());
        Sender sender = new Sender(stack.bootstrap())) {
      Turns turns = new Turns(arrivals, sender, texts);
      for (int round = 0; round <= load.rounds; round++) {
        boolean timed = round > 0;
        turns.take(floor, Lanes.FLOOR, text -> Lanes.FLOOR, timed);
        turns.take(plain, Lanes.PLAIN, text -> Lanes.PLAIN_PREFIX + outcome(text), timed);
        turns.take(analyzer, Topics.FEEDBACK, this::outcome, timed);
      }
    }
    return new Outcome(
        List.of(analyzer.tally(), plain.tally(), floor.tally()),
        List.of(analyzer.latency(), plain.latency(), floor.latency()),
        List.of());
  }

  private final class Turns {
    private final Arrivals arrivals;
    private final Sender sender;
    private final Texts texts;

    Turns(Arrivals arrivals, Sender sender, Texts texts) {
      this.arrivals = arrivals;
      this.sender = sender;
      this.texts = texts;
    }

    void take(Track track, String topic, Function<String, String> arrivesIn, boolean timed)
        throws InterruptedException {
      new Schedule(clock, load.perSecond)
          .run(
              load.inRound,
              (n, due) -> {
                String id = "bench:" + number;
                String text = texts.next(number++);
                track.expect(id, arrivesIn.apply(text), due, timed);
                sender.send(topic, id, text);
              });
      Lanes.await(stack, clock, arrivals, List.of(track));
    }
  }

  private String outcome(String text) {
    return Judge.topic(judge.score(text));
  }

  private Map<String, Arrivals.Listener> listeners() {
    Map<String, Arrivals.Listener> listeners = new HashMap<>();
    listeners.put(Lanes.FLOOR, Arrivals.into(floor));
    Topics.OUTCOMES.forEach(topic -> listeners.put(topic, Arrivals.into(analyzer)));
    Lanes.plainOutcomes().forEach(topic -> listeners.put(topic, Arrivals.into(plain)));
    return listeners;
  }
}
