/** What was promised, what was found, and the difference. */
package io.bellwether.chaos.check;
