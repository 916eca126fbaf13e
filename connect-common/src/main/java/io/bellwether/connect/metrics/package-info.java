/** A plugin's own metrics, where the Connect worker publishes them. */
package io.bellwether.connect.metrics;
