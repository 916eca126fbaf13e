/** What is stored: queries and how far each has been read. */
package io.bellwether.connect.twitter.source.offset;
