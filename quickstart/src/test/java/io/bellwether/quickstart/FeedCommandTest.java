package io.bellwether.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import io.bellwether.quickstart.feed.SlackVoice;
import io.bellwether.quickstart.feed.Voice;
import io.bellwether.quickstart.page.Page;
import io.bellwether.quickstart.page.Room;
import io.bellwether.quickstart.page.XRoom;
import io.bellwether.quickstart.process.StateFolder;
import io.bellwether.quickstart.stack.Cast;
import io.bellwether.standin.slack.Message;
import io.bellwether.standin.slack.Options;
import io.bellwether.standin.slack.SlackStandIn;
import io.bellwether.standin.x.Post;
import io.bellwether.standin.x.XStandIn;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Against the page and the stand-in, which hold apps to one post a second. */
class FeedCommandTest {
  private static final int ROWS = 300;

  @TempDir Path temporary;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private SlackStandIn slack;
  private Cast cast;
  private Page page;
  private StateFolder state;

  @BeforeEach
  void start() {
    slack = SlackStandIn.start(Options.defaults());
    cast = Cast.in(slack.workspace());
    page = Page.start(0, slack.workspace(), cast.person());
    state = StateFolder.open(temporary.resolve("state"), false);
    new RunFile(
            ProcessHandle.current().pid(),
            page.url(),
            slack.webApiUrl(),
            cast.people().userToken(),
            cast.people().appToken(),
            "127.0.0.1:1")
        .write(state);
  }

  @Test
  void withToXTheRowsArePostsOfTheStandInForX() throws IOException {
    try (XStandIn x = XStandIn.start(io.bellwether.standin.x.Options.defaults())) {
      assertThat(feed("text\n#azure is down\n", "--to", "x")).isOne();
      assertThat(err.toString()).contains("runs without X").contains("--with x");
      int port = page.url().getPort();
      page.close();
      Room room = new XRoom(x.timeline(), x.timeline().user("you"), post -> true);
      page = Page.start(port, slack.workspace(), cast.person(), List.of(room));

      assertThat(feed("text\n#azure is down\n#azure is up\n", "--to", "x")).isZero();

      assertThat(x.timeline().newest(9))
          .extracting(Post::text)
          .containsExactly("#azure is up", "#azure is down");
    }
  }

  @AfterEach
  void stop() {
    state.close();
    page.close();
    slack.close();
  }

  @Test
  void everyRowStandsOnceInTheChannelAsThePersonSaidIt() throws IOException {
    StringBuilder rows = new StringBuilder("id,comment\n");
    for (int i = 0; i < ROWS; i++) {
      rows.append(i).append(",\"row ").append(i).append(", a & b\"\n");
    }
    rows.append("one column\n0,   \n0,").append("x".repeat(40_001)).append('\n');

    assertThat(feed(rows.toString(), "--column", "comment", "--rate", "2000")).isZero();

    assertThat(out.toString()).startsWith("300 posted, 2 skipped, 1 bad rows, in ");
    assertThat(err.toString())
        .contains("rows.csv:302: 1 columns")
        .contains("rows.csv:303: skipped, nothing to say")
        .contains("rows.csv:304: skipped, longer than a message may be");
    List<Message> messages =
        slack.workspace().messages(slack.workspace().channel("feedback").orElseThrow()).stream()
            .filter(message -> cast.person().id().equals(message.userId()))
            .filter(message -> message.subtype() == null)
            .toList();
    assertThat(messages).hasSize(ROWS).extracting(Message::text).doesNotHaveDuplicates();
    assertThat(messages.get(7).text()).isEqualTo("row 7, a &amp; b");
  }

  @Test
  void aMissingColumnAChannelOrADemoIsNamed() throws IOException {
    assertThat(feed("a,b\n1,2\n")).isOne();
    assertThat(err.toString()).contains("no column 'text'. It has: a, b");
    assertThat(feed("text\nx\n", "--channel", "#nowhere")).isOne();
    assertThat(err.toString()).contains("no channel #nowhere");
    assertThat(feed("text\nx\n", "--rate", "0")).isEqualTo(2);
    page.close();
    assertThat(feed("text\nx\n")).isOne();
    assertThat(err.toString()).contains("does not answer");
    RunFile.remove(state);
    assertThat(feed("text\nx\n")).isOne();
    assertThat(err.toString()).contains("No demo is ready");
  }

  @Test
  void anAppInARealWorkspaceIsToldToWait() throws IOException, InterruptedException {
    SlackVoice voice = new SlackVoice(slack.webApiUrl(), cast.people().userToken(), "#feedback");

    assertThat(voice.say("first")).isEqualTo(new Voice.Answer.Posted());
    Voice.Answer answer = voice.say("next");
    for (int i = 0; i < 100 && answer instanceof Voice.Answer.Posted; i++) {
      answer = voice.say("next");
    }

    assertThat(answer).isInstanceOf(Voice.Answer.Later.class);
  }

  private int feed(String content, String... options) throws IOException {
    Path file = Files.writeString(temporary.resolve("rows.csv"), content);
    CommandLine commands = Bellwether.commands();
    commands.setOut(new PrintWriter(out, true));
    commands.setErr(new PrintWriter(err, true));
    String[] arguments = new String[options.length + 4];
    arguments[0] = "feed";
    arguments[1] = file.toString();
    arguments[2] = "--state";
    arguments[3] = state.path().toString();
    System.arraycopy(options, 0, arguments, 4, options.length);
    return commands.execute(arguments);
  }
}
