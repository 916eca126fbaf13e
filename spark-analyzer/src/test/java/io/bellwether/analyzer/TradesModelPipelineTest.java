package io.bellwether.analyzer;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.analyzer.config.JobFile;
import io.bellwether.analyzer.job.Job;
import io.bellwether.analyzer.trades.training.Market;
import io.bellwether.analyzer.trades.training.TrainTrades;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The trades job with a model, against a real broker. */
class TradesModelPipelineTest extends TradesCase {
  @Test
  void aModelsProbabilityIsInCandlesAndAlerts() throws Exception {
    Path data = Market.write(folder.resolve("market.csv"), 0.8, 300, 1);
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
    List<String> arguments =
        List.of("data=" + data, "out=" + folder.resolve("model"), "minutes=15", "stretches=1");
    assertThat(TrainTrades.run(arguments, TestSpark.session(), out, out)).as("%s", said).isZero();
    Map<String, String> config = config();
    config.put("trigger", "available-now");
    config.put("model.location", folder.resolve("model").toString());
    config.put("indicators", "likely");
    config.put("indicator.likely.type", "probability");
    config.put("indicator.likely.at.least", "0");
    send(hour("kraken", 0, 200));

    Job job = Jobs.open(Jobs.check(new JobFile(prefix, config)));
    assertThat(job.faults(TestSpark.session())).isEmpty();
    job.warmUp(TestSpark.session());
    job.start(TestSpark.session()).awaitTermination();

    // 100 minutes are 20 candles of five; the last is open, and the first 12 are what it looks back
    // at.
    assertThat(values("indicators"))
        .filteredOn(one -> one.has("probability"))
        .hasSize(7)
        .allMatch(one -> one.get("window").textValue().equals("5m"));
    assertThat(values("alerts"))
        .isNotEmpty()
        .allSatisfy(
            one -> {
              assertThat(one.get("probability").doubleValue()).isBetween(0.0, 1.0);
              assertThat(one.get("text").textValue())
                  .contains("the model gives a rise of more than 0.55 % within 15 min ");
            });
  }

  @Test
  void aFolderWithoutAModelIsAFaultWithItsKey() throws Exception {
    Map<String, String> config = config();
    config.put("model.location", folder.resolve("nothing").toString());
    Job job = Jobs.open(Jobs.check(new JobFile(prefix, config)));
    assertThat(job.faults(TestSpark.session()))
        .singleElement()
        .asString()
        .startsWith("model.location: there is no model in ");
  }
}
