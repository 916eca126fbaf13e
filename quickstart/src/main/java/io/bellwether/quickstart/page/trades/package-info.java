/**
 * What the page shows of markets: candles and alerts out of the topics, how many trades came
 * through, and how people feel meanwhile.
 */
package io.bellwether.quickstart.page.trades;
