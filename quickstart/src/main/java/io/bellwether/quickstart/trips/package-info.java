/** Trips of a bike share for the demo: made up, or out of files. */
package io.bellwether.quickstart.trips;
