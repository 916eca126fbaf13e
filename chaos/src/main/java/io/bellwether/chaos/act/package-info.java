/** One connector's part in a run. */
package io.bellwether.chaos.act;
