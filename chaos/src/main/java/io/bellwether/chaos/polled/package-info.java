/** Sources that ask a service again and again: X, and the APIs of trades. */
package io.bellwether.chaos.polled;
