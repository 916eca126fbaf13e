/** The calls of X's API v2 and what its answers mean. Knows no Kafka. */
package io.bellwether.connect.twitter.source.api;
