/**
 * Conversations played on a stand-in, with the list of events that a reader of them has to come up
 * with: for tests of whatever reads Slack. The events are named as docs/contracts.md says.
 */
package io.bellwether.standin.slack.script;
