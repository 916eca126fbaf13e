package io.bellwether.analyzer.trades.training;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bellwether.analyzer.TestSpark;
import io.bellwether.analyzer.trades.Ticks;
import io.bellwether.analyzer.trades.candle.Width;
import io.bellwether.analyzer.trades.forecast.Forecaster;
import io.bellwether.analyzer.trades.forecast.LogisticMove;
import io.bellwether.analyzer.trades.trade.Trade;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainTradesTest {
  private static final Target TARGET = new Target(Width.M5, 15, 0.25);

  @TempDir Path folder;
  private final SparkSession spark = TestSpark.session();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void whereThePastTellsSomethingTheModelIsBetterThanEachNaiveOne() throws IOException {
    Path data = Market.write(folder.resolve("momentum.csv"), 0.8, 900, 1);
    // At such a cost it matters how much the price has risen, not only that it has.
    assertThat(train(data, "model", "fee=0.3", "stretches=1")).as(err.toString(UTF_8)).isZero();
    assertThat(out.toString(UTF_8))
        .contains("never", "always", "as the last candle", "better than each of them", "no advice");
    assertThat(MoveModel.load(spark, folder.resolve("model").toString()).isBetterThanNaive())
        .isTrue();
  }

  @Test
  void onARandomWalkItSaysPlainlyThatTheModelIsNoBetter() throws IOException {
    Path data = Market.write(folder.resolve("walk.csv"), 0, 900, 2);
    assertThat(train(data, "model", "fee=0.1", "stretches=1")).as(err.toString(UTF_8)).isZero();
    assertThat(out.toString(UTF_8)).contains("THE MODEL IS NO BETTER");
    assertThat(MoveModel.load(spark, folder.resolve("model").toString()).isBetterThanNaive())
        .isFalse();
  }

  @Test
  void theSameDataAndSeedGiveTheSameModelAndWhatIsLoadedIsWhatWasTrained() throws IOException {
    Path data = Market.write(folder.resolve("momentum.csv"), 0.8, 400, 3);
    train(data, "one", "fee=0.1", "stretches=1");
    String first = out.toString(UTF_8).replace("one", "two");
    out.reset();
    train(data, "two", "fee=0.1", "stretches=1");
    assertThat(out.toString(UTF_8)).isEqualTo(first);
    LogisticMove one = (LogisticMove) load("one");
    LogisticMove two = (LogisticMove) load("two");
    assertThat(one.weights()).isEqualTo(two.weights());
    assertThat(one.intercept()).isEqualTo(two.intercept());
    assertThat(one.expected()).isEqualTo("a rise of more than 0.25 % within 15 min");

    List<Sample> samples = Samples.of(RecordedTrades.read(List.of(data)), TARGET);
    List<Row> judged =
        MoveModel.load(spark, folder.resolve("one").toString())
            .pipeline()
            .transform(MoveModel.rows(spark, samples))
            .select("probability")
            .collectAsList();
    assertThat(judged).hasSameSizeAs(samples).hasSizeGreaterThan(300);
    for (int i = 0; i < judged.size(); i++) {
      assertThat(one.probability(samples.get(i).features()))
          .isEqualTo(((Vector) judged.get(i).get(0)).apply(1), within(1e-12));
    }
  }

  @Test
  void theFutureIsNeitherInTheFeaturesNorInWhatAJudgeHasSeen() {
    List<Trade> trades = new ArrayList<>();
    Random random = new Random(4);
    for (int i = 0; i < 200; i++) {
      trades.add(Ticks.trade(i * 150, "10" + random.nextInt(10), "1"));
    }
    List<Sample> all = Samples.of(trades, TARGET);
    List<Sample> part = Samples.of(trades.subList(0, 150), TARGET);
    for (int i = 0; i < part.size(); i++) {
      assertThat(part.get(i).features()).isEqualTo(all.get(i).features());
      assertThat(part.get(i).moved()).isEqualTo(all.get(i).moved());
    }
    // 74 whole windows, 12 before the first with features, 3 of the horizon at the end.
    assertThat(part).hasSize(74 - 12 - 3);
  }

  @Test
  void whatCannotBeDoneIsSaidInASentence() throws IOException {
    assertThat(train(folder.resolve("none.csv"), "model")).isEqualTo(1);
    assertThat(err.toString(UTF_8)).contains("Cannot read").contains("none.csv");
    err.reset();
    Path faulty =
        Files.writeString(
            folder.resolve("a.csv"), "exchange,base,quote,timestamp,price,volume\nk,B,U,now,1,1\n");
    assertThat(train(faulty, "model")).isEqualTo(1);
    assertThat(err.toString(UTF_8)).contains("a.csv, line ", "timestamp is no time");
    err.reset();
    assertThat(train(Market.write(folder.resolve("short.csv"), 0, 50, 1), "model")).isEqualTo(1);
    assertThat(err.toString(UTF_8)).contains("at least 100 candles");
  }

  private int train(Path data, String model, String... more) {
    List<String> arguments = new ArrayList<>(List.of(more));
    arguments.addAll(List.of("data=" + data, "out=" + folder.resolve(model), "minutes=15"));
    return TrainTrades.run(
        arguments, spark, new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));
  }

  private Forecaster load(String model) throws IOException {
    return MoveModel.load(spark, folder.resolve(model).toString()).forecaster();
  }
}
