package io.bellwether.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bellwether.quickstart.process.LaunchException;
import io.bellwether.quickstart.process.StateFolder;
import io.bellwether.quickstart.stack.Cast;
import io.bellwether.standin.slack.Message;
import io.bellwether.standin.slack.Options;
import io.bellwether.standin.slack.SlackStandIn;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class SayCommandTest {
  @TempDir Path temporary;
  private final StringWriter errors = new StringWriter();
  private SlackStandIn slack;
  private Cast cast;
  private StateFolder state;

  @BeforeEach
  void start() {
    slack = SlackStandIn.start(Options.defaults());
    cast = Cast.in(slack.workspace());
    state = StateFolder.open(temporary.resolve("state"), false);
  }

  @AfterEach
  void stop() {
    state.close();
    slack.close();
  }

  @Test
  void whatIsSaidStandsInTheChannelAsAPersonSaidIt() {
    demoRuns();

    assertThat(say("#feedback", "it is <slow> & bad")).isZero();

    assertThat(slack.workspace().messages(slack.workspace().channel("feedback").orElseThrow()))
        .filteredOn(message -> message.subtype() == null)
        .singleElement()
        .returns("it is &lt;slow&gt; &amp; bad", Message::text)
        .returns(cast.speaker().id(), Message::userId);
  }

  @Test
  void anUnknownChannelIsNamed() {
    demoRuns();

    assertThat(say("#nowhere", "hello")).isNotZero();
    assertThat(errors.toString()).contains("no channel #nowhere");
  }

  @Test
  void withoutADemoTheRemedyIsNamed() {
    assertThat(say("#feedback", "hello")).isNotZero();
    assertThat(errors.toString()).contains("No demo is ready").contains("./bellwether demo");
  }

  @Test
  void theRunFileOfADemoThatIsGoneIsNotBelieved() {
    new RunFile(Long.MAX_VALUE, URI.create("http://x"), URI.create("http://x"), "t", "a", "b")
        .write(state);

    assertThat(say("#feedback", "hello")).isNotZero();
    assertThat(errors.toString()).contains("No demo is ready");
  }

  @Test
  void aRealWorkspaceNeedsBothTokens() {
    assertThatThrownBy(() -> SlackAccess.toSlack(Map.of("SLACK_BOT_TOKEN", "b")))
        .isInstanceOf(LaunchException.class)
        .hasMessageContaining("SLACK_APP_TOKEN");
    assertThat(SlackAccess.toSlack(Map.of("SLACK_BOT_TOKEN", "b", "SLACK_APP_TOKEN", "a")))
        .isEqualTo(new SlackAccess("https://slack.com/api/", "b", "a"));
  }

  @Test
  void noTokenIsInADescription() {
    assertThat(new SlackAccess("u", "secret", "secret").toString()).doesNotContain("secret");
    assertThat(new RunFile(1, null, null, "secret", "secret", null).toString())
        .doesNotContain("secret");
  }

  private void demoRuns() {
    new RunFile(
            ProcessHandle.current().pid(),
            URI.create("http://127.0.0.1:1/"),
            slack.webApiUrl(),
            cast.people().userToken(),
            cast.people().appToken(),
            "127.0.0.1:1")
        .write(state);
  }

  private int say(String channel, String text) {
    CommandLine commands = Bellwether.commands();
    commands.setErr(new PrintWriter(errors, true));
    return commands.execute("say", "--state", state.path().toString(), channel, text);
  }
}
