package io.bellwether.connect.slack.source.api;

import io.bellwether.config.Printable;
import io.bellwether.connect.remote.Outcome;
import io.bellwether.connect.remote.Pause;
import io.bellwether.connect.remote.RateBudget;
import io.bellwether.connect.slack.SlackApi;
import io.bellwether.connect.slack.SlackUser;
import io.bellwether.connect.slack.source.mapping.People;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Names by id, remembered for as long as the task runs. A lookup waits for the budget and through
 * trouble at Slack, because the same message should not read differently from one day to the next;
 * only a name that Slack refuses to tell stays an id.
 */
public final class SlackNames implements People {
  private static final Logger LOG = LoggerFactory.getLogger(SlackNames.class);
  private static final Duration TROUBLE = Duration.ofSeconds(1);

  private final SlackApi api;
  private final RateBudget budget;
  private final Map<String, String> channels;
  private final Map<String, SlackUser> users = new ConcurrentHashMap<>();
  private final Pause pause = new Pause();

  /**
   * @param channels names by id
   */
  public SlackNames(SlackApi api, RateBudget budget, Map<String, String> channels) {
    this.api = api;
    this.budget = budget;
    this.channels = Map.copyOf(channels);
  }

  @Override
  public String channel(String id) {
    return channels.getOrDefault(id, id);
  }

  @Override
  public String user(String id) {
    return lookUp(id).name();
  }

  @Override
  public boolean isBot(String userId) {
    return lookUp(userId).isBot();
  }

  /** Ends a lookup that waits. */
  public void stop() {
    pause.stop();
  }

  private SlackUser lookUp(String id) {
    SlackUser known = users.get(id);
    return known == null ? ask(id) : known;
  }

  private SlackUser ask(String id) {
    while (!pause.isStopped()) {
      if (!budget.tryTake()) {
        await(budget.untilFree());
        continue;
      }
      Outcome<SlackUser> answer = api.user(id);
      if (answer instanceof Outcome.Retry<SlackUser> retry) {
        LOG.warn("The name of user {} has to wait: {}", Printable.of(id), retry.reason());
        budget.pauseFor(retry.after().compareTo(TROUBLE) > 0 ? retry.after() : TROUBLE);
        continue;
      }
      SlackUser user =
          answer instanceof Outcome.Ok<SlackUser> ok ? ok.value() : new SlackUser(id, false);
      if (answer instanceof Outcome.Reject<SlackUser> reject) {
        LOG.warn(
            "User {} stays without a name: {} {}",
            Printable.of(id),
            reject.code(),
            reject.remedy());
      }
      boolean refusedAll =
          answer instanceof Outcome.Reject<SlackUser> reject && reject.scope() == Outcome.Scope.ALL;
      if (!refusedAll) {
        users.put(id, user);
      }
      return user;
    }
    return new SlackUser(id, false);
  }

  private void await(Duration time) {
    try {
      pause.await(time);
    } catch (InterruptedException e) {
      pause.stop();
      Thread.currentThread().interrupt();
    }
  }
}
