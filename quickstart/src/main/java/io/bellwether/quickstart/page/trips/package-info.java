/**
 * What the page shows of trips: the statistics as they stand in their topic, and which alerts have
 * been posted.
 */
package io.bellwether.quickstart.page.trips;
