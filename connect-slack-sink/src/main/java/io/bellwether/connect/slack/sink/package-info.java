/** The Kafka Connect sink that posts records as Slack messages. */
package io.bellwether.connect.slack.sink;
