/**
 * The trades job: from trades to candles and alerts. What happens to a trade is plain Java, in the
 * packages below; here stand the keys and the query.
 */
package io.bellwether.analyzer.trades;
