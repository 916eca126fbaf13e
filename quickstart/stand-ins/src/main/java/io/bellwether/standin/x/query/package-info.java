/** X's query language: what search takes as query and the filtered stream as rule. */
package io.bellwether.standin.x.query;
