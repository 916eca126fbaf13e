package io.bellwether.standin.slack.web;

import io.bellwether.standin.slack.Caller;
import java.time.Instant;

/**
 * A call that is allowed to run.
 *
 * @param caller who calls; null for the few methods that need no token
 * @param arguments what was sent
 * @param at when it arrived
 */
record ApiCall(Caller caller, Arguments arguments, Instant at) {}
