package io.bellwether.standin.x.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.bellwether.standin.x.Apps;
import io.bellwether.standin.x.StreamRule;
import io.bellwether.standin.x.XApp;
import io.bellwether.standin.x.query.Query;
import io.bellwether.standin.x.query.QueryException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** {@code /2/tweets/search/stream/rules}: what an app's stream is to bring. */
final class Rules {
  private static final int MOST = 1_000;
  private static final int LONGEST = 1_024;
  private static final Set<String> LISTING = Set.of("ids", "max_results", "pagination_token");
  private static final Set<String> CHANGING = Set.of("dry_run", "delete_all");

  private final Apps apps;

  Rules(Apps apps) {
    this.apps = apps;
  }

  Reply list(Parameters parameters, XApp app, Instant now) {
    parameters.only(LISTING);
    int most = parameters.number("max_results", 1, MOST, MOST);
    Set<String> ids = parameters.text("ids").map(text -> Set.of(text.split(","))).orElse(Set.of());
    List<StreamRule> found =
        apps.rules(app).stream()
            .filter(rule -> ids.isEmpty() || ids.contains(Rendering.id(rule.id())))
            .limit(most)
            .toList();
    ObjectNode body = Json.object();
    found.forEach(rule -> body.withArray("data").add(json(rule)));
    body.putObject("meta").put("sent", Rendering.time(now)).put("result_count", found.size());
    return Reply.ok(body, 0);
  }

  synchronized Reply change(Parameters parameters, String body, XApp app, Instant now) {
    parameters.only(CHANGING);
    boolean dry = parameters.flag("dry_run");
    JsonNode request = read(body);
    boolean all = parameters.flag("delete_all");
    boolean adds = request.path("add").isArray();
    boolean deletes = request.path("delete").isObject();
    if ((all ? 1 : 0) + (adds ? 1 : 0) + (deletes ? 1 : 0) != 1) {
      throw Problem.invalid(
          Json.object().put("message", "Exactly one of 'add' and 'delete' is needed"));
    }
    if (adds) {
      return add(request.path("add"), app, dry, now);
    }
    return delete(all ? null : request.path("delete"), app, dry, now);
  }

  private Reply add(JsonNode added, XApp app, boolean dry, Instant now) {
    List<StreamRule> there = new ArrayList<>(apps.rules(app));
    if (there.size() + added.size() > MOST) {
      throw Problem.of(
          400, "rule-cap", "RulesCapExceeded", "An app may have " + MOST + " rules at most");
    }
    ObjectNode answer = Json.object();
    int created = 0;
    int invalid = 0;
    for (JsonNode each : added) {
      String value = each.path("value").asText();
      StreamRule same =
          there.stream().filter(r -> r.value().equals(value)).findFirst().orElse(null);
      String wrong = wrong(value);
      if (wrong != null) {
        invalid++;
        answer.withArray("errors").add(invalid(value, wrong));
      } else if (same != null) {
        answer.withArray("errors").add(duplicate(same));
      } else {
        StreamRule rule = new StreamRule(apps.nextRuleId(), value, each.path("tag").asText(null));
        there.add(rule);
        created++;
        answer.withArray("data").add(json(rule));
        if (!dry) {
          apps.add(app, rule);
        }
      }
    }
    ObjectNode summary = Json.object();
    summary.put("created", created).put("not_created", added.size() - created);
    summary.put("valid", added.size() - invalid).put("invalid", invalid);
    return answered(answer, summary, now);
  }

  private Reply delete(JsonNode which, XApp app, boolean dry, Instant now) {
    List<StreamRule> there = apps.rules(app);
    ObjectNode answer = Json.object();
    List<StreamRule> gone = new ArrayList<>();
    int unknown = 0;
    if (which == null) {
      gone.addAll(there);
    } else {
      for (JsonNode id : which.path("ids")) {
        unknown += take(there, gone, rule -> Rendering.id(rule.id()).equals(id.asText()), answer);
      }
      for (JsonNode value : which.path("values")) {
        unknown += take(there, gone, rule -> rule.value().equals(value.asText()), answer);
      }
    }
    if (!dry) {
      gone.forEach(rule -> apps.delete(app, rule));
    }
    return answered(
        answer, Json.object().put("deleted", gone.size()).put("not_deleted", unknown), now);
  }

  private static int take(
      List<StreamRule> there,
      List<StreamRule> gone,
      Predicate<StreamRule> which,
      ObjectNode answer) {
    List<StreamRule> found = there.stream().filter(which).toList();
    gone.addAll(found);
    if (found.isEmpty()) {
      answer
          .withArray("errors")
          .add(Problem.invalid(Json.object().put("message", "Rule does not exist")).body());
      return 1;
    }
    return 0;
  }

  private static Reply answered(ObjectNode answer, ObjectNode summary, Instant now) {
    ObjectNode meta = answer.putObject("meta").put("sent", Rendering.time(now));
    meta.set("summary", summary);
    return Reply.ok(answer, 0);
  }

  private static String wrong(String value) {
    if (value.length() > LONGEST) {
      return "Rule length exceeded: the maximum allowed is " + LONGEST + " characters";
    }
    try {
      Query.parse(value);
      return null;
    } catch (QueryException wrong) {
      return wrong.getMessage();
    }
  }

  private static ObjectNode invalid(String value, String why) {
    ArrayNode details = Json.array().add(why);
    ObjectNode error = Json.object().put("value", value).put("title", "UnprocessableEntity");
    error.set("details", details);
    return error.put("detail", why).put("type", Problem.type("invalid-rules"));
  }

  private static ObjectNode duplicate(StreamRule same) {
    return Json.object()
        .put("value", same.value())
        .put("id", Rendering.id(same.id()))
        .put("title", "DuplicateRule")
        .put("detail", "A rule with this value exists already.")
        .put("type", Problem.type("duplicate-rules"));
  }

  static ObjectNode json(StreamRule rule) {
    ObjectNode json = Json.object().put("id", Rendering.id(rule.id())).put("value", rule.value());
    return rule.tag() == null ? json : json.put("tag", rule.tag());
  }

  private static JsonNode read(String body) {
    try {
      return Json.MAPPER.readTree(body);
    } catch (JsonProcessingException broken) {
      throw Problem.invalid(Json.object().put("message", "The body is not JSON"));
    }
  }
}
