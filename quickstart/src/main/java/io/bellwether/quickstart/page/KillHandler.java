package io.bellwether.quickstart.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bellwether.quickstart.stack.Part;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Methods;
import io.undertow.util.StatusCodes;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;

/** {@code POST /api/kill {"part": "connect"}}: accepted, not up (409), or no such part (404). */
final class KillHandler implements HttpHandler {
  private final ObjectMapper json = new ObjectMapper();
  private final Supplier<KillSwitch> kills;

  KillHandler(Supplier<KillSwitch> kills) {
    this.kills = kills;
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) throws IOException {
    if (!exchange.getRequestMethod().equals(Methods.POST)) {
      exchange.setStatusCode(StatusCodes.METHOD_NOT_ALLOWED);
      return;
    }
    try {
      exchange.setStatusCode(answer(json.readValue(exchange.getInputStream(), View.Victim.class)));
    } catch (JsonProcessingException e) {
      // The request is to blame, and its sender is told so.
      exchange.setStatusCode(StatusCodes.BAD_REQUEST);
    }
  }

  private int answer(View.Victim victim) {
    Optional<Part> part = Optional.ofNullable(victim).map(View.Victim::part).flatMap(Part::of);
    if (part.isEmpty()) {
      return StatusCodes.NOT_FOUND;
    }
    return kills.get().kill(part.get()) ? StatusCodes.ACCEPTED : StatusCodes.CONFLICT;
  }
}
