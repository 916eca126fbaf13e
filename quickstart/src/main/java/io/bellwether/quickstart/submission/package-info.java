/**
 * Connectors on any Connect worker by its REST API: {@code apply}, {@code status}, {@code offsets},
 * {@code pause} and the like.
 */
package io.bellwether.quickstart.submission;
