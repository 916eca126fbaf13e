/** Proofs by trouble: plugins under a misbehaving Slack, in workers that are killed with -9. */
package io.bellwether.chaos;
