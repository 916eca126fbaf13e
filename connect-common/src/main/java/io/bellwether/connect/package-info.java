/** What every connector of this project shares. Knows no service. */
package io.bellwether.connect;
