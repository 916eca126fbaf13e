/** What the two Slack plugins share. The Web API is documented at docs.slack.dev. */
package io.bellwether.connect.slack;
