/**
 * What a model is asked about a market, and its answer. The job and the training share it, so that
 * a model sees when it works what it saw when it learnt. Knows no Spark.
 */
package io.bellwether.analyzer.trades.forecast;
