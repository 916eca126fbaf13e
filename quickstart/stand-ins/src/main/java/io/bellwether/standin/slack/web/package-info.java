/** Slack's Web API (docs.slack.dev/reference/methods) over a workspace. */
package io.bellwether.standin.slack.web;
