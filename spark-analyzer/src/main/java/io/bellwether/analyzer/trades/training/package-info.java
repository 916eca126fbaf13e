/** Training and loading of the model that foresees moves, with Spark's MLlib. */
package io.bellwether.analyzer.trades.training;
