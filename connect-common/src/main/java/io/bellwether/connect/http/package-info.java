/** Calls of a JSON service over HTTP, whose answers one class of each service turns to outcomes. */
package io.bellwether.connect.http;
