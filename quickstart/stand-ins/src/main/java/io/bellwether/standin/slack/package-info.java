/**
 * A local stand-in for Slack: a workspace with apps, people and channels behind the real Web API
 * and Socket Mode, over real HTTP and WebSocket on 127.0.0.1. Test and demo equipment.
 *
 * <p>Behaviour follows Slack's own documents (docs.slack.dev). Where those are silent or contradict
 * each other the choice is written where it is made.
 */
package io.bellwether.standin.slack;
