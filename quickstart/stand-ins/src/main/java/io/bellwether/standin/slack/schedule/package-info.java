/** Misbehaviour of the stand-in by a plan: a seeded list of faults, each at its moment. */
package io.bellwether.standin.slack.schedule;
