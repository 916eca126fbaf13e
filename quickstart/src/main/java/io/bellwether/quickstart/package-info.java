/** The commands of the launcher: {@code demo} and {@code say}. */
package io.bellwether.quickstart;
