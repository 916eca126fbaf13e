/**
 * A local stand-in for the servers that tell trades: one store of markets behind the REST APIs of
 * Nomics, Kraken, Coinbase Exchange and Binance, over real HTTP on 127.0.0.1. Test and demo
 * equipment.
 *
 * <p>Behaviour follows the services' own documents: the OpenAPI specification of Nomics v1,
 * docs.kraken.com and support.kraken.com, docs.cdp.coinbase.com/exchange, and
 * github.com/binance/binance-spot-api-docs. Where those are silent or contradict each other the
 * choice is written where it is made.
 */
package io.bellwether.standin.trades;
