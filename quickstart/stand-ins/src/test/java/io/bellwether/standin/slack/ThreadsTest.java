package io.bellwether.standin.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.methods.response.conversations.ConversationsRepliesResponse;
import com.slack.api.model.Message;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ThreadsTest {
  private final Fixture fixture = Fixture.unlimited();
  private final io.bellwether.standin.slack.Message parent = fixture.say("parent");

  @AfterEach
  void stop() {
    fixture.close();
  }

  private List<Message> history() throws Exception {
    return fixture
        .sdk
        .with(fixture.app.botToken())
        .conversationsHistory(r -> r.channel(fixture.channel.id()))
        .getMessages();
  }

  private ConversationsRepliesResponse replies(String ts, String cursor, int limit)
      throws Exception {
    return fixture
        .sdk
        .with(fixture.app.botToken())
        .conversationsReplies(
            r -> r.channel(fixture.channel.id()).ts(ts).cursor(cursor).limit(limit));
  }

  @Test
  void aReplyShowsOnlyOnItsParent() throws Exception {
    fixture.workspace.reply(fixture.ana, parent, "first");
    var second = fixture.workspace.reply(fixture.workspace.person("bo"), parent, "second");
    List<Message> shown = history();
    assertThat(shown).hasSize(2);
    assertThat(shown.get(0).getReplyCount()).isEqualTo(2);
    assertThat(shown.get(0).getLatestReply()).isEqualTo(second.ts());
    assertThat(shown.get(0).getReplyUsersCount()).isEqualTo(2);
    assertThat(shown.get(0).getThreadTs()).isEqualTo(parent.ts());
  }

  @Test
  void repliesComeWithTheParentFirstOverSeveralPages() throws Exception {
    for (int n = 0; n < 24; n++) {
      fixture.workspace.reply(fixture.ana, parent, "r" + n);
    }
    List<String> texts = new ArrayList<>();
    String cursor = null;
    int pages = 0;
    do {
      ConversationsRepliesResponse page = replies(parent.ts(), cursor, 10);
      page.getMessages().forEach(message -> texts.add(message.getText()));
      cursor = page.isHasMore() ? page.getResponseMetadata().getNextCursor() : null;
      pages++;
    } while (cursor != null);
    assertThat(pages).isEqualTo(3);
    assertThat(texts).hasSize(25).doesNotHaveDuplicates().startsWith("parent", "r0");
    assertThat(texts).endsWith("r23");
  }

  @Test
  void aReplysTsNamesItsThread() throws Exception {
    var reply = fixture.workspace.reply(fixture.ana, parent, "first");
    assertThat(replies(reply.ts(), null, 10).getMessages()).hasSize(2);
  }

  @Test
  void aThreadThatIsNotThereIsNotFound() throws Exception {
    assertThat(replies("1.000000", null, 10).getError()).isEqualTo("thread_not_found");
  }

  @Test
  void aBroadcastReplyIsInTheHistoryToo() throws Exception {
    fixture
        .sdk
        .with(fixture.app.botToken())
        .chatPostMessage(
            r ->
                r.channel(fixture.channel.id())
                    .threadTs(parent.ts())
                    .replyBroadcast(true)
                    .text("for all"));
    List<Message> shown = history();
    assertThat(shown.get(0).getSubtype()).isEqualTo("thread_broadcast");
    assertThat(shown.get(0).getRoot().getTs()).isEqualTo(parent.ts());
    assertThat(replies(parent.ts(), null, 10).getMessages()).hasSize(2);
  }

  @Test
  void aDeletedParentLeavesATombstone() throws Exception {
    fixture.workspace.reply(fixture.ana, parent, "first");
    fixture.workspace.delete(parent);
    assertThat(history().get(0).getSubtype()).isEqualTo("tombstone");
    assertThat(history().get(0).getReplyCount()).isEqualTo(1);
  }

  @Test
  void aDeletedReplyNoLongerCounts() throws Exception {
    fixture.workspace.delete(fixture.workspace.reply(fixture.ana, parent, "first"));
    assertThat(history().get(0).getReplyCount()).isNull();
  }
}
