package io.bellwether.standin.x.api;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** A request that is refused, as X tells it: {@code application/problem+json}. */
public final class Problem extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final String TYPES = "https://api.x.com/2/problems/";

  private final int status;
  private final transient ObjectNode body;

  private Problem(int status, ObjectNode body) {
    super(body.path("title").asText(), null, false, false);
    this.status = status;
    this.body = body;
  }

  /** The address of a kind of problem. */
  public static String type(String name) {
    return TYPES + name;
  }

  /** One of the kinds that X names, with its title and detail. */
  public static Problem of(int status, String type, String title, String detail) {
    return new Problem(status, body(type(type), title, detail));
  }

  /** Whatever HTTP itself has a name for. */
  static Problem generic(int status, String title) {
    ObjectNode body = body("about:blank", title, title);
    return new Problem(status, body.put("status", status));
  }

  static Problem unauthorized() {
    return generic(401, "Unauthorized");
  }

  /** The app has used up its window. */
  static Problem tooManyRequests() {
    return generic(429, "Too Many Requests");
  }

  /** A parameter that X does not take. */
  static Problem invalid(String parameter, String value, String message) {
    return invalid(one(parameter, value, message));
  }

  /** Several, or one that concerns no single parameter. */
  static Problem invalid(ObjectNode... errors) {
    ObjectNode body =
        body(
            type("invalid-request"),
            "Invalid Request",
            "One or more parameters to your request was invalid.");
    for (ObjectNode error : errors) {
      body.withArray("errors").add(error);
    }
    return new Problem(400, body);
  }

  static ObjectNode one(String parameter, String value, String message) {
    ObjectNode error = Json.object();
    error.withObject("/parameters").withArray(parameter).add(value);
    return error.put("message", message);
  }

  /** The month's posts are read; {@code appId} stands for the account. */
  static Problem usageCapped(long appId) {
    Problem problem =
        of(429, "usage-capped", "UsageCapExceeded", "Usage cap exceeded: Monthly product cap");
    return problem
        .with("account_id", String.valueOf(appId))
        .with("product_name", "standard-basic")
        .with("period", "Monthly")
        .with("scope", "Product");
  }

  static Problem creditsDepleted(long appId) {
    return of(
            402,
            "credits",
            "CreditsDepleted",
            "Your enrolled account ["
                + appId
                + "] does not have any credits to fulfill this request.")
        .with("account_id", String.valueOf(appId));
  }

  /** With one more member. */
  public Problem with(String name, String value) {
    body.put(name, value);
    return this;
  }

  int status() {
    return status;
  }

  ObjectNode body() {
    return body;
  }

  private static ObjectNode body(String type, String title, String detail) {
    return Json.object().put("title", title).put("detail", detail).put("type", type);
  }
}
