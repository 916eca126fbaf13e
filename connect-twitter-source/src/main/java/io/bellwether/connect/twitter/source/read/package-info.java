/** The reading of queries: drains, bounds, the stream. */
package io.bellwether.connect.twitter.source.read;
