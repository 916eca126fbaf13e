/** What a source could not read, told and recorded. */
package io.bellwether.connect.gaps;
