package io.bellwether.chaos.sink;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** The alerts of a run in the order in which they come, some of them twice; by a seed. */
final class Alerts {
  private static final List<String> WORDS =
      List.of("down", "again", "late", "invoice", "thank", "portal", "slow", "login", "great");

  private final List<Alert> order = new ArrayList<>();

  /**
   * One alert.
   *
   * @param saidAt before it is sent
   * @param mark a word in its text by which a person would find it
   */
  record Alert(String topic, String eventId, Instant saidAt, String mark, String text) {
    Map<String, Object> value() {
      Map<String, Object> value = new LinkedHashMap<>();
      value.put("event_id", eventId);
      value.put("text", text);
      value.put("said_at", saidAt.toString());
      value.put("author_name", "ana");
      value.put("channel_name", "feedback");
      value.put("score", 0.123456);
      value.put("outcome", topic);
      value.put("url", "https://bellwether.slack.com/archives/C1/p1700000000000100");
      return value;
    }
  }

  Alerts(SinkPlan plan, List<String> topics, Instant now) {
    Random random = new Random(plan.seed());
    for (int each = 0; each < plan.alerts(); each++) {
      String mark = String.format(Locale.ROOT, "alert-%06d", each);
      String topic = topics.get(each % topics.size());
      String id = "slack:T1:C1:" + (1_700_000_000 + each) + ".000100:0";
      order.add(new Alert(topic, id, now, mark, mark + " " + words(random)));
    }
    List<Alert> chosen = new ArrayList<>(order);
    Collections.shuffle(chosen, random);
    for (Alert repeated : chosen.subList(0, plan.repeats())) {
      int first = order.indexOf(repeated);
      order.add(first + 1 + random.nextInt(order.size() - first), repeated);
    }
  }

  private static String words(Random random) {
    List<String> words = new ArrayList<>();
    for (int each = random.nextInt(30); each >= 0; each--) {
      words.add(WORDS.get(random.nextInt(WORDS.size())));
    }
    return String.join(" ", words);
  }

  /** One of so many about equal parts, repetitions included. */
  List<Alert> wave(int number, int of) {
    return order.subList(order.size() * number / of, order.size() * (number + 1) / of);
  }

  /** Each alert once. */
  List<Alert> distinct() {
    return order.stream().distinct().toList();
  }

  int records() {
    return order.size();
  }
}
