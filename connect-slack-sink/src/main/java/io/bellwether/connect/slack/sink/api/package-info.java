/** The sink's calls to Slack; knows no Kafka. */
package io.bellwether.connect.slack.sink.api;
