/** The exchanges of the demo: the stand-in, and who trades on it. */
package io.bellwether.quickstart.trades;
