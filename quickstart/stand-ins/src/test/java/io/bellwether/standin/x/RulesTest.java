package io.bellwether.standin.x;

import static io.bellwether.standin.x.Fixture.RULES;
import static io.bellwether.standin.x.Fixture.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RulesTest {
  private final Fixture fixture = Fixture.defaults();
  private final String bearer = "Bearer " + fixture.app.bearerToken();

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void rulesAreAddedListedAndDeletedById() throws Exception {
    assertThat(list().path("data").isMissingNode()).isTrue();
    JsonNode added =
        change("{\"add\":[{\"value\":\"azure\",\"tag\":\"mine\"},{\"value\":\"aws\"}]}");
    assertThat(added.at("/meta/summary"))
        .hasToString("{\"created\":2,\"not_created\":0,\"valid\":2,\"invalid\":0}");
    String id = added.at("/data/0/id").asText();
    assertThat(list().path("data")).isEqualTo(added.path("data"));
    assertThat(json(fixture.get(RULES, bearer, "ids", id)).path("data")).hasSize(1);
    JsonNode deleted = change("{\"delete\":{\"ids\":[\"" + id + "\",\"1\"]}}");
    assertThat(deleted.at("/meta/summary")).hasToString("{\"deleted\":1,\"not_deleted\":1}");
    assertThat(list().at("/data/0/value").asText()).isEqualTo("aws");
    change("{\"delete\":{\"values\":[\"aws\"]}}");
    assertThat(list().at("/meta/result_count").asInt()).isZero();
  }

  @Test
  void aDuplicateAndABadRuleAreToldBesideTheGoodOne() throws Exception {
    change("{\"add\":[{\"value\":\"azure\",\"tag\":\"a\"}]}");
    JsonNode answer =
        change(
            "{\"add\":[{\"value\":\"azure\",\"tag\":\"b\"},{\"value\":\"is:retweet\"},{\"value\":\"aws\"}]}");
    assertThat(answer.at("/meta/summary"))
        .hasToString("{\"created\":1,\"not_created\":2,\"valid\":2,\"invalid\":1}");
    assertThat(answer.at("/errors/0/title").asText()).isEqualTo("DuplicateRule");
    assertThat(answer.at("/errors/1/type").asText()).endsWith("/invalid-rules");
  }

  @Test
  void aDryRunChangesNothing() throws Exception {
    HttpResponse<String> answer =
        fixture.post(
            RULES + "?dry_run=true",
            bearer,
            "application/json",
            "{\"add\":[{\"value\":\"azure\"}]}");
    assertThat(json(answer).at("/meta/summary/created").asInt()).isEqualTo(1);
    assertThat(list().at("/meta/result_count").asInt()).isZero();
  }

  @Test
  void anAppHasAThousandRulesAtMost() throws Exception {
    StringBuilder many = new StringBuilder();
    for (int each = 0; each < 1_001; each++) {
      many.append(each == 0 ? "" : ",").append("{\"value\":\"azure").append(each).append("\"}");
    }
    HttpResponse<String> answer =
        fixture.post(RULES, bearer, "application/json", "{\"add\":[" + many + "]}");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(json(answer).path("type").asText()).endsWith("/rule-cap");
  }

  @Test
  void rulesBelongToTheirApp() throws Exception {
    change("{\"add\":[{\"value\":\"azure\"}]}");
    String other = "Bearer " + fixture.x.apps().app("Another").bearerToken();
    assertThat(json(fixture.get(RULES, other)).at("/meta/result_count").asInt()).isZero();
  }

  private JsonNode list() throws Exception {
    return json(fixture.get(RULES, bearer));
  }

  private JsonNode change(String body) throws Exception {
    HttpResponse<String> answer = fixture.post(RULES, bearer, "application/json", body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return json(answer);
  }
}
