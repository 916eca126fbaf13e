/** Puts recorded rows into a topic. */
package io.bellwether.quickstart.replay;
