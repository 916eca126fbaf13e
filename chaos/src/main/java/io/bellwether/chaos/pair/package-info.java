/** All connectors on two workers, of which one after the other is killed. */
package io.bellwether.chaos.pair;
