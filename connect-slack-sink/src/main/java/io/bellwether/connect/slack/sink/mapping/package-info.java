/** From a record to an alert; knows nothing of HTTP or of how alerts are delivered. */
package io.bellwether.connect.slack.sink.mapping;
