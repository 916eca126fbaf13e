/** The four dialects over HTTP, their limits and what goes wrong with an answer. */
package io.bellwether.standin.trades.web;
