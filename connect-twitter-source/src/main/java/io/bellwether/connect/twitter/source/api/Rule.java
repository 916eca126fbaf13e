package io.bellwether.connect.twitter.source.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * A rule of the filtered stream. All rules of an app are in one list, whoever added them.
 *
 * @param id that X gave it; empty before
 * @param value in X's language of operators
 * @param tag that tells who added it and what for; may be empty
 */
public record Rule(String id, String value, String tag) {
  static JsonNode adding(List<Rule> rules) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    ArrayNode add = body.putArray("add");
    rules.forEach(rule -> add.addObject().put("value", rule.value()).put("tag", rule.tag()));
    return body;
  }

  static JsonNode deleting(List<String> ids) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    ArrayNode list = body.putObject("delete").putArray("ids");
    ids.forEach(list::add);
    return body;
  }
}
