package io.bellwether.standin.x;

import static io.bellwether.standin.x.Fixture.ids;
import static io.bellwether.standin.x.Fixture.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bellwether.standin.x.contract.ContractProxy;
import io.bellwether.standin.x.contract.Violation;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FaultsTest {
  private static final OkHttpClient ONCE =
      new OkHttpClient.Builder().retryOnConnectionFailure(false).build();

  private record Answer(int status, String body) {}

  private final Fixture fixture = Fixture.defaults();

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void problemsOfAllKindsAreAsTheContractHasThem() throws Exception {
    for (int status : new int[] {401, 403, 500, 503}) {
      fixture.x.faults().next(1, Faults.SEARCH, Fault.status(status));
      HttpResponse<String> answer = fixture.search("query", "azure");
      assertThat(answer.statusCode()).isEqualTo(status);
      assertThat(json(answer).path("status").asInt()).isEqualTo(status);
    }
    fixture.x.faults().next(1, Faults.SEARCH, Fault.usageCapped());
    assertThat(fixture.search("query", "azure").body()).contains("UsageCapExceeded");
    // Known from reports alone, no document of X names it: not held against the contract.
    fixture.x.faults().next(1, Faults.SEARCH, Fault.creditsDepleted());
    assertThat(direct().status()).isEqualTo(402);
    assertThat(fixture.search("query", "azure").statusCode()).isEqualTo(200);
  }

  @Test
  void partialErrorsStandBesideAGoodAnswer() throws Exception {
    Post post = fixture.said("azure");
    fixture.x.faults().next(1, Faults.SEARCH, Fault.partialErrors());
    JsonNode answer = fixture.found("query", "azure");
    assertThat(ids(answer)).containsExactly("" + post.id());
    assertThat(answer.path("errors")).hasSize(1);
  }

  @Test
  void brokenAnswersBreakWhereTheySay() throws Exception {
    fixture.said("azure");
    fixture.x.faults().next(1, Faults.SEARCH, Fault.brokenJson());
    Answer broken = direct();
    assertThat(broken.status()).isEqualTo(200);
    assertThatThrownBy(() -> new ObjectMapper().readTree(broken.body()))
        .isInstanceOf(JsonProcessingException.class);
    fixture.x.faults().next(1, Faults.SEARCH, Fault.page(503));
    assertThat(direct().body()).startsWith("<html>");
    for (Fault fault :
        List.of(
            Fault.truncatedBody(),
            Fault.connectionReset(),
            Fault.silence(Duration.ofMillis(100)))) {
      fixture.x.faults().next(1, Faults.SEARCH, fault);
      assertThatThrownBy(this::direct).as("%s", fault).isInstanceOf(IOException.class);
      fixture.x.faults().next(1, Faults.SEARCH, fault);
      assertThatThrownBy(
              () -> call(Fixture.address(fixture.proxy.url(), Fixture.RECENT, "query", "azure")))
          .as("%s through the proxy", fault)
          .isInstanceOf(IOException.class);
    }
    assertThat(direct().status()).isEqualTo(200);
  }

  @Test
  void theProxyRecordsWhatIsNotAsTheContractHasIt() throws Exception {
    fixture.said("azure");
    try (ContractProxy proxy = ContractProxy.before(fixture.x.url())) {
      fixture.x.faults().next(1, Faults.SEARCH, Fault.brokenJson());
      send(proxy, "query", "azure");
      assertThat(proxy.violations()).extracting(Violation::side).contains(Violation.Side.ANSWER);
      int before = proxy.violations().size();
      send(proxy, "query", "azure", "max_results", "5", "who", "me");
      assertThat(proxy.violations().subList(before, proxy.violations().size()))
          .singleElement()
          .satisfies(
              violation -> {
                assertThat(violation.side()).isEqualTo(Violation.Side.REQUEST);
                assertThat(String.join("\n", violation.wrong())).contains("minimum: 10", "'who'");
              });
      assertThat(proxy.checked()).isEqualTo(2);
    }
  }

  private Answer direct() throws IOException {
    return call(Fixture.address(fixture.x.url(), Fixture.RECENT, "query", "azure"));
  }

  private void send(ContractProxy proxy, String... pairs) throws IOException {
    call(Fixture.address(proxy.url(), Fixture.RECENT, pairs));
  }

  /** By a client that never tries again on its own. */
  private Answer call(URI address) throws IOException {
    Request request =
        new Request.Builder()
            .url(address.toString())
            .header("Authorization", "Bearer " + fixture.app.bearerToken())
            .build();
    try (Response response = ONCE.newCall(request).execute()) {
      return new Answer(response.code(), response.body().string());
    }
  }
}
