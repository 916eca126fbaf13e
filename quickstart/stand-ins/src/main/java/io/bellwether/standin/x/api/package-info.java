/** The API as X's documents have it: who calls, how often, search, rules and answers. */
package io.bellwether.standin.x.api;
