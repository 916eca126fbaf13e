package io.bellwether.connect.http;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.bellwether.connect.remote.Outcome;
import io.bellwether.connect.remote.Outcome.Ok;
import io.bellwether.connect.remote.Outcome.Retry;
import java.io.IOException;
import java.time.Duration;

/**
 * JSON of answers, by Jackson; a module that uses this brings Jackson along. Numbers with decimals
 * keep all their digits. Nesting, and the length of texts and numbers, are bounded.
 */
public final class JsonBody {
  /** No service nests a tenth of this. */
  private static final int DEEPEST = 100;

  private static final ObjectMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
                  .build())
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private JsonBody() {}

  /**
   * The object or array of an answer.
   *
   * @param service its name, for people
   * @return a {@link Retry} when the body is cut short or is no JSON
   */
  public static Outcome<JsonNode> of(HttpAnswer answer, String service) {
    try {
      JsonNode tree = JSON.readTree(answer.body().toByteArray());
      if (tree.isContainerNode()) {
        return new Ok<>(tree);
      }
    } catch (JacksonException | NumberFormatException e) {
      // A number such as 1e9999999999 is JSON, but no number that Java could hold.
      return broken(service, e.getClass().getSimpleName());
    } catch (IOException e) {
      throw new IllegalStateException("Bytes in memory cannot fail to be read", e);
    }
    return broken(service, "no object");
  }

  private static Outcome<JsonNode> broken(String service, String why) {
    return new Retry<>(Duration.ZERO, service + "'s answer is no whole JSON (" + why + ")", true);
  }
}
