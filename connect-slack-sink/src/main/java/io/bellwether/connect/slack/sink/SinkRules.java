package io.bellwether.connect.slack.sink;

import io.bellwether.config.Rule;
import io.bellwether.config.Rules;
import io.bellwether.connect.slack.sink.mapping.BlocksTemplate;
import io.bellwether.connect.slack.sink.mapping.ChannelRoutes;
import io.bellwether.connect.slack.sink.mapping.MessageTemplate;
import java.util.Collection;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;

/** What values of the sink's own keys must look like. */
final class SinkRules {
  private static final Pattern TOPIC_CHANNEL =
      Pattern.compile("\\s*[a-zA-Z0-9._-]{1,249}\\s*:\\s*#?[^\\s:#$]+\\s*");

  private static final Pattern EMOJI =
      Pattern.compile("\\s*[^:\\s][^:]*:\\s*[\\p{Ll}\\p{Lo}\\p{N}_+'-]{1,100}\\s*");

  private SinkRules() {}

  static Rule channelPattern() {
    return Rules.rule(
        "a channel's name or id, in which ${topic} may stand for the topic",
        value -> {
          String fixed = value.toString().replace(ChannelRoutes.TOPIC, "x").strip();
          return !fixed.isEmpty() && !fixed.equals("#") && !fixed.contains("$");
        });
  }

  static Rule topicChannels() {
    return Rules.rule(
        "a list of topic:channel",
        value ->
            ((Collection<?>) value)
                .stream().allMatch(entry -> TOPIC_CHANNEL.matcher(entry.toString()).matches()));
  }

  static Rule emojis() {
    return Rules.rule(
        "a list of value:emoji, the emoji by its name without colons",
        value ->
            ((Collection<?>) value)
                .stream().allMatch(entry -> EMOJI.matcher(entry.toString()).matches()));
  }

  /** Says where a template is wrong, which a {@link Rule} cannot. */
  static ConfigDef.Validator template() {
    return compiled(
        MessageTemplate::compile,
        "a Mustache template without unescaped tags ({{{field}}}, {{&field}}), includes and other"
            + " delimiters");
  }

  /** The same for blocks. */
  static ConfigDef.Validator blocks() {
    return compiled(
        BlocksTemplate::compile,
        "a JSON array of Block Kit blocks, in whose strings Mustache templates may stand; or empty");
  }

  private static ConfigDef.Validator compiled(Consumer<String> compile, String what) {
    return new ConfigDef.Validator() {
      @Override
      public void ensureValid(String name, Object value) {
        try {
          compile.accept(value.toString());
        } catch (IllegalArgumentException e) {
          throw new ConfigException(name, value, e.getMessage());
        }
      }

      @Override
      public String toString() {
        return what;
      }
    };
  }
}
