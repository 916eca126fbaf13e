package io.bellwether.connect.slack.sink.mapping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Record values as nobody would write them, the same ones for the same seed. */
public final class StrangeValues {
  private static final String[] NAMES = {
    "text", "url", "a", "b", "a.b", "", ".", "event_id", "key", "value", "rounded", "entrySet"
  };
  private static final String[] TEXTS = {
    "",
    " ",
    "<!channel>",
    "!here",
    "@U1",
    "#C1|x",
    "{{text}}",
    "{",
    "{\"a\":",
    "{\"a\":{\"b\":1e999}}",
    "{\"text\":null,\"a\":[null,{}]}",
    "\uE000",
    "\uD83D",
    "&".repeat(5_000),
    "x|y>z",
    "\0",
    "[".repeat(2_000),
    "{\"a\":".repeat(2_000)
  };

  private final Random random;

  public StrangeValues(long seed) {
    random = new Random(seed);
  }

  public Object next() {
    return value(0);
  }

  private Object value(int depth) {
    return switch (random.nextInt(depth > 4 ? 6 : 9)) {
      case 0 -> pick(TEXTS);
      case 1 -> pick(TEXTS) + pick(TEXTS);
      case 2 -> random.nextBoolean() ? Double.NaN : random.nextDouble() * 1e-300;
      case 3 -> random.nextBoolean();
      case 4 -> bytes();
      case 5 -> random.nextBoolean() ? null : random.nextLong();
      case 6 -> list(depth);
      default -> map(depth);
    };
  }

  private byte[] bytes() {
    byte[] bytes = new byte[random.nextInt(40)];
    random.nextBytes(bytes);
    return bytes;
  }

  private List<Object> list(int depth) {
    List<Object> list = new ArrayList<>();
    for (int each = random.nextInt(4); each > 0; each--) {
      list.add(value(depth + 1));
    }
    return list;
  }

  private Map<Object, Object> map(int depth) {
    Map<Object, Object> map = new LinkedHashMap<>();
    for (int each = random.nextInt(6); each > 0; each--) {
      map.put(random.nextInt(20) == 0 ? null : pick(NAMES), value(depth + 1));
    }
    return map;
  }

  private String pick(String[] some) {
    return some[random.nextInt(some.length)];
  }
}
