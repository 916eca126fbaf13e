/**
 * State as bytes: small, since Spark writes it with every batch, and readable by a later version.
 */
package io.bellwether.analyzer.trades.state;
