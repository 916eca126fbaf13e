/** The console page: a small Slack in the browser, served on loopback only. */
package io.bellwether.quickstart.page;
