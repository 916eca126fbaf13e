/** The sink under trouble. */
package io.bellwether.chaos.sink;
