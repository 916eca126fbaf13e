/** Slack messages into the feedback topic. */
package io.bellwether.connect.slack.source;
