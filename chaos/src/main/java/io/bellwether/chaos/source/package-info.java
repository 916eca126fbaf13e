/** The source under trouble. */
package io.bellwether.chaos.source;
