/** Says the rows of a file in Slack. */
package io.bellwether.quickstart.feed;
