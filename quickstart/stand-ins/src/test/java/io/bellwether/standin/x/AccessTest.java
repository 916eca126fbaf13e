package io.bellwether.standin.x;

import static io.bellwether.standin.x.Fixture.RECENT;
import static io.bellwether.standin.x.Fixture.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import twitter4j.HttpParameter;
import twitter4j.HttpRequest;
import twitter4j.RequestMethod;
import twitter4j.auth.AccessToken;
import twitter4j.auth.OAuthAuthorization;
import twitter4j.conf.ConfigurationBuilder;

class AccessTest {
  private static final String FORM = "application/x-www-form-urlencoded;charset=UTF-8";

  private final Fixture fixture = Fixture.defaults();

  @BeforeEach
  void atTheTimeOfTheSystem() {
    fixture.clock.move(Duration.between(fixture.clock.instant(), Instant.now()));
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void nobodyAndAStrangerAreRefused() throws Exception {
    for (String authorization : new String[] {null, "Bearer nothing", "Basic eDp5", "OAuth "}) {
      HttpResponse<String> answer = fixture.get(RECENT, authorization, "query", "azure");
      assertThat(answer.statusCode()).isEqualTo(401);
      assertThat(json(answer).path("title").asText()).isEqualTo("Unauthorized");
      assertThat(answer.headers().firstValue("content-type").orElseThrow())
          .startsWith("application/problem+json");
    }
  }

  @Test
  void keyAndSecretAreExchangedForTheAppsOneToken() throws Exception {
    for (int times = 0; times < 2; times++) {
      JsonNode token = json(token(fixture.app.consumerKey(), fixture.app.consumerSecret()));
      assertThat(token.path("token_type").asText()).isEqualTo("bearer");
      assertThat(token.path("access_token").asText()).isEqualTo(fixture.app.bearerToken());
    }
  }

  @Test
  void aWrongSecretGetsNoToken() throws Exception {
    HttpResponse<String> answer = token(fixture.app.consumerKey(), "wrong");
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(json(answer).at("/errors/0/code").asInt()).isEqualTo(99);
  }

  @Test
  void aSignatureByAnotherHandIsTakenOnce() throws Exception {
    String[] query = {"query", "\"é ~ * + 100%\" OR #azure", "max_results", "10"};
    String signed = signed(fixture.app.consumerSecret(), query);
    assertThat(fixture.get(RECENT, signed, query).statusCode()).isEqualTo(200);
    assertThat(fixture.get(RECENT, signed, query).statusCode())
        .as("the same nonce again")
        .isEqualTo(401);
  }

  @Test
  void aSignatureOfOtherParametersOrWithAnotherSecretIsRefused() throws Exception {
    String signed = signed(fixture.app.consumerSecret(), "query", "azure");
    assertThat(fixture.get(RECENT, signed, "query", "aws").statusCode()).isEqualTo(401);
    String forged = signed("guessed", "query", "azure");
    assertThat(fixture.get(RECENT, forged, "query", "azure").statusCode()).isEqualTo(401);
  }

  @Test
  void aSignatureOfAnotherTimeIsRefused() throws Exception {
    String signed = signed(fixture.app.consumerSecret(), "query", "azure");
    fixture.clock.move(Duration.ofMinutes(6));
    assertThat(fixture.get(RECENT, signed, "query", "azure").statusCode()).isEqualTo(401);
  }

  @Test
  void theStreamIsForAppsOnly() throws Exception {
    String url = fixture.proxy.url() + Fixture.STREAM;
    String signed = signedFor(url, fixture.app.consumerSecret());
    HttpResponse<String> answer = fixture.get(Fixture.STREAM, signed);
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(json(answer).path("title").asText()).isEqualTo("Unsupported Authentication");
  }

  private HttpResponse<String> token(String key, String secret) throws Exception {
    String basic =
        Base64.getEncoder().encodeToString((key + ":" + secret).getBytes(StandardCharsets.UTF_8));
    return fixture.post("/oauth2/token", "Basic " + basic, FORM, "grant_type=client_credentials");
  }

  private String signed(String secret, String... query) {
    return signedFor(fixture.proxy.url() + RECENT, secret, query);
  }

  /** Signed by twitter4j, which takes the time of the system. */
  private String signedFor(String url, String secret, String... query) {
    HttpParameter[] parameters = new HttpParameter[query.length / 2];
    for (int at = 0; at < query.length; at += 2) {
      parameters[at / 2] = new HttpParameter(query[at], query[at + 1]);
    }
    OAuthAuthorization oauth = new OAuthAuthorization(new ConfigurationBuilder().build());
    oauth.setOAuthConsumer(fixture.app.consumerKey(), secret);
    oauth.setOAuthAccessToken(
        new AccessToken(fixture.app.accessToken(), fixture.app.accessTokenSecret()));
    return oauth.getAuthorizationHeader(
        new HttpRequest(RequestMethod.GET, url, parameters, oauth, Map.of()));
  }
}
