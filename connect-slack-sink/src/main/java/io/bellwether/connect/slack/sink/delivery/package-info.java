/** What waits to be posted, who posts it and when, and what is done; knows no HTTP. */
package io.bellwether.connect.slack.sink.delivery;
