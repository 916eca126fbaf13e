/** What {@code feed} and {@code replay} share: files of rows, pace, and how far it has come. */
package io.bellwether.quickstart.rows;
