/** Posts of X into the feedback topic. */
package io.bellwether.connect.twitter.source;
