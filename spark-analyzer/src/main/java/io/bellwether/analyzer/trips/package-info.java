/** The trips job: cleans trips of a bike share, counts them, and tells what is unusual. */
package io.bellwether.analyzer.trips;
