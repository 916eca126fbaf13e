/** The loop that every source task runs, and the reading of partitions page by page in it. */
package io.bellwether.connect.poll;
