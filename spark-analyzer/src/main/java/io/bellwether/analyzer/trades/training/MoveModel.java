package io.bellwether.analyzer.trades.training;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bellwether.analyzer.trades.candle.Width;
import io.bellwether.analyzer.trades.forecast.Forecaster;
import io.bellwether.analyzer.trades.forecast.History;
import io.bellwether.analyzer.trades.forecast.LogisticMove;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.ml.Pipeline;
import org.apache.spark.ml.PipelineModel;
import org.apache.spark.ml.PipelineStage;
import org.apache.spark.ml.classification.LogisticRegression;
import org.apache.spark.ml.classification.LogisticRegressionModel;
import org.apache.spark.ml.feature.StandardScaler;
import org.apache.spark.ml.feature.StandardScalerModel;
import org.apache.spark.ml.feature.VectorAssembler;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * A pipeline of MLlib: the features, scaled, and a logistic regression.
 *
 * @param about for people and for the job, beside the pipeline
 */
public record MoveModel(PipelineModel pipeline, ObjectNode about) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String LABEL = "label";
  private static final String RAW = "raw_features";
  private static final String SCALED = "features";
  private static final double REGULARIZATION = 0.01;
  private static final int ITERATIONS = 50;
  private static final int SCALER = 1;
  private static final int REGRESSION = 2;

  /** The same samples in the same order give the same model, to the last bit. */
  static PipelineModel fit(SparkSession spark, List<Sample> samples) {
    return new Pipeline()
        .setStages(
            new PipelineStage[] {
              new VectorAssembler()
                  .setInputCols(History.FEATURES.toArray(String[]::new))
                  .setOutputCol(RAW),
              new StandardScaler()
                  .setInputCol(RAW)
                  .setOutputCol(SCALED)
                  .setWithMean(true)
                  .setWithStd(true),
              new LogisticRegression()
                  .setLabelCol(LABEL)
                  .setFeaturesCol(SCALED)
                  .setStandardization(false)
                  .setRegParam(REGULARIZATION)
                  .setMaxIter(ITERATIONS)
            })
        .fit(rows(spark, samples));
  }

  /** In one partition, since sums depend on their order. */
  static Dataset<Row> rows(SparkSession spark, List<Sample> samples) {
    StructType schema = new StructType().add(LABEL, DataTypes.DoubleType, false);
    for (String feature : History.FEATURES) {
      schema = schema.add(feature, DataTypes.DoubleType, false);
    }
    List<Row> rows = new ArrayList<>(samples.size());
    for (Sample sample : samples) {
      List<Object> values = new ArrayList<>();
      values.add(sample.moved() ? 1.0 : 0.0);
      for (double feature : sample.features()) {
        values.add(feature);
      }
      rows.add(RowFactory.create(values.toArray()));
    }
    return spark.createDataFrame(rows, schema).coalesce(1);
  }

  /** Writes pipeline and what is said about it into a folder, in place of what is there. */
  void save(SparkSession spark, String folder) throws IOException {
    pipeline.write().overwrite().save(folder + "/pipeline");
    spark
        .createDataset(List.of(about.toString()), Encoders.STRING())
        .coalesce(1)
        .write()
        .mode(SaveMode.Overwrite)
        .text(folder + "/about");
  }

  /**
   * Reads a model that {@code train-trades} has made.
   *
   * @throws IOException if there is none
   */
  public static MoveModel load(SparkSession spark, String folder) throws IOException {
    try {
      JsonNode about = JSON.readTree(spark.read().textFile(folder + "/about").first());
      return new MoveModel(PipelineModel.load(folder + "/pipeline"), (ObjectNode) about);
    } catch (Exception e) {
      // Spark throws checked exceptions without declaring them, and many kinds of others.
      throw new IOException("there is no model in " + folder, e);
    }
  }

  /** Whether it was better than the naive ones where it was tried. */
  public boolean isBetterThanNaive() {
    return about.path("better_than_naive").asBoolean();
  }

  /** The same arithmetic without Spark, for one candle at a time. */
  public Forecaster forecaster() {
    return forecaster(
        pipeline, Width.of(about.path("candles").asText()), about.path("foresees").asText());
  }

  static Forecaster forecaster(PipelineModel pipeline, Width width, String foresees) {
    StandardScalerModel scaler = (StandardScalerModel) pipeline.stages()[SCALER];
    LogisticRegressionModel regression = (LogisticRegressionModel) pipeline.stages()[REGRESSION];
    double[] weights = regression.coefficients().toArray();
    double intercept = regression.intercept();
    for (int i = 0; i < weights.length; i++) {
      double deviation = scaler.std().apply(i);
      // A feature that never varied was scaled to nothing.
      weights[i] = deviation == 0 ? 0 : weights[i] / deviation;
      intercept -= weights[i] * scaler.mean().apply(i);
    }
    return new LogisticMove(width, weights, intercept, foresees);
  }
}
