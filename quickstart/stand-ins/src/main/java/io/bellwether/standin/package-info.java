/** What the stand-ins for all services share: who may call, what goes wrong, what is kept. */
package io.bellwether.standin;
