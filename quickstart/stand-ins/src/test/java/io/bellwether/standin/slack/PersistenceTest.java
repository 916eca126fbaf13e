package io.bellwether.standin.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.slack.api.model.Message.Metadata;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PersistenceTest {
  @TempDir private Path folder;

  private Options options() {
    return Options.defaults().withState(folder.resolve("slack"));
  }

  @Test
  void aRestartKeepsEverythingTokensIncluded() throws Exception {
    List<Message> before;
    App app;
    Channel channel;
    try (Fixture first = new Fixture(options())) {
      Message parent = first.say("down again & again");
      first.workspace.reply(first.ana, parent, "yes");
      first.workspace.edit(parent, "still down");
      first.workspace.delete(first.say("never mind"));
      var metadata =
          Metadata.builder().eventType("alert").eventPayload(Map.of("event_id", "e1")).build();
      first
          .sdk
          .with(first.app.botToken())
          .chatPostMessage(r -> r.channel("feedback").text("alert").metadata(metadata));
      app = first.workspace.setScopes(first.app, Set.of("chat:write", "channels:history"));
      first.workspace.revoke(app, Caller.Kind.USER);
      first.workspace.archive(first.workspace.createChannel("old", true), true);
      channel = first.workspace.channel("feedback").orElseThrow();
      before = first.workspace.messages(channel);
    }
    try (Fixture again = new Fixture(options())) {
      assertThat(again.workspace.app("Bellwether")).isEqualTo(app);
      assertThat(again.workspace.channel("#feedback")).contains(channel);
      assertThat(again.workspace.messages(channel)).isEqualTo(before);
      assertThat(again.workspace.channel("old").orElseThrow().archived()).isTrue();
      assertThat(again.http.error("auth.test", app.botToken())).isNull();
      assertThat(again.http.error("auth.test", app.userToken())).isEqualTo("token_revoked");
      Message later = again.say("later");
      assertThat(later.ts()).isGreaterThan(before.get(before.size() - 1).ts());
      assertThat(again.workspace.person("newcomer").id())
          .isNotIn(before.stream().map(Message::userId).toList());
    }
  }

  @Test
  void aLineTornByAKillIsForgotten() throws Exception {
    try (Fixture first = new Fixture(options())) {
      first.say("whole");
    }
    Path journal = folder.resolve("slack/workspace.jsonl");
    long whole = Files.size(journal);
    Files.writeString(journal, "{\"kind\":\"posted\",\"mess", StandardOpenOption.APPEND);
    try (Fixture again = new Fixture(options())) {
      assertThat(again.workspace.messages(again.channel)).hasSize(2);
      assertThat(Files.size(journal)).isEqualTo(whole);
      again.say("next");
    }
    try (Fixture third = new Fixture(options())) {
      assertThat(third.workspace.messages(third.channel)).hasSize(3);
    }
  }

  @Test
  void aBrokenLineInTheMiddleIsAnErrorThatShowsNoSecret() throws Exception {
    String token;
    try (Fixture first = new Fixture(options())) {
      token = first.app.botToken();
    }
    Path tokens = folder.resolve("slack/tokens.jsonl");
    Files.writeString(tokens, "{\"bot\":\"" + token + "\"\n", StandardOpenOption.APPEND);
    assertThatThrownBy(() -> SlackStandIn.start(options()))
        .hasStackTraceContaining("tokens.jsonl: line 2 is not readable")
        .satisfies(failed -> assertThat(failed.toString()).doesNotContain(token));
  }

  @Test
  void onlyTheOwnerMayReadTheFiles() throws Exception {
    try (Fixture first = new Fixture(options())) {
      Path state = folder.resolve("slack");
      assertThat(Files.getPosixFilePermissions(state)).hasSize(3);
      for (String name : List.of("workspace.jsonl", "tokens.jsonl")) {
        assertThat(Files.getPosixFilePermissions(state.resolve(name))).hasSize(2);
      }
      assertThat(Files.readString(state.resolve("workspace.jsonl")))
          .doesNotContain(first.app.botToken())
          .doesNotContain("xox", "xapp");
    }
  }

  @Test
  void anotherProcessMayReadTheTokens() {
    try (Fixture first = new Fixture(options())) {
      assertThat(SlackStandIn.storedApps(folder.resolve("slack")))
          .singleElement()
          .extracting(App::botToken, App::userToken)
          .containsExactly(first.app.botToken(), first.app.userToken());
    }
  }

  @Test
  void whatWasAnsweredBeforeAKillIsThereAfterIt() throws Exception {
    Path printed = folder.resolve("printed");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                PostsUntilKilled.class.getName(),
                folder.resolve("slack").toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .redirectOutput(printed.toFile())
            .start();
    await().until(() -> answered(printed).size() > 50);
    process.destroyForcibly();
    assertThat(process.waitFor()).isNotZero();
    try (SlackStandIn again = SlackStandIn.start(options())) {
      Channel channel = again.workspace().channel("feedback").orElseThrow();
      assertThat(again.workspace().messages(channel))
          .extracting(Message::ts)
          .containsAll(answered(printed));
    }
  }

  private static List<String> answered(Path printed) throws IOException {
    return Files.readString(printed).lines().filter(line -> line.matches("\\d+\\.\\d{6}")).toList();
  }

  @Test
  void aFolderIsUsedByOneStandInAtATime() {
    try (Fixture first = new Fixture(options())) {
      assertThat(first.workspace.channels()).hasSize(1);
      assertThatThrownBy(() -> SlackStandIn.start(options()))
          .hasStackTraceContaining("another stand-in of this process uses");
    }
  }

  @Test
  void clientsFindTheStandInAgainOnItsPort() throws Exception {
    int port;
    String token;
    try (Fixture first = new Fixture(options())) {
      port = first.slack.webApiUrl().getPort();
      token = first.app.botToken();
      assertThat(first.http.error("auth.test", token)).isNull();
    }
    try (Fixture again = new Fixture(options().withPort(port))) {
      assertThat(again.http.error("auth.test", token)).isNull();
    }
  }
}
