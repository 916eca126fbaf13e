package io.bellwether.standin.x.api;

import io.bellwether.standin.x.XApp;

/**
 * Who calls.
 *
 * @param asUser by OAuth 1.0a for a user; else the app for itself, by its bearer token
 */
record Caller(XApp app, boolean asUser) {
  /** Under which requests are counted: apps and users have windows of their own. */
  String key() {
    return asUser ? "user " + app.userId() : "app " + app.id();
  }
}
