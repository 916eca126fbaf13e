/** Posts as values, and feedback made of them. Knows no HTTP. */
package io.bellwether.connect.twitter.source.mapping;
