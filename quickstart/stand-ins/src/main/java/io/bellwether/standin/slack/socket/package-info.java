/** Socket Mode (docs.slack.dev/apis/events-api/using-socket-mode) over a workspace. */
package io.bellwether.standin.slack.socket;
