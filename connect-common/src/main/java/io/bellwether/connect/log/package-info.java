/** What the log lines of a plugin carry. */
package io.bellwether.connect.log;
