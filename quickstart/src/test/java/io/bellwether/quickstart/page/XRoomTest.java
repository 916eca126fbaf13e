package io.bellwether.quickstart.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.bellwether.standin.x.Options;
import io.bellwether.standin.x.Post;
import io.bellwether.standin.x.Timeline;
import io.bellwether.standin.x.XStandIn;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class XRoomTest {
  private XStandIn x;
  private Timeline timeline;
  private XRoom room;

  @BeforeEach
  void start() {
    x = XStandIn.start(Options.defaults());
    timeline = x.timeline();
    room = new XRoom(timeline, timeline.user("you"), post -> post.text().contains("azure"));
  }

  @AfterEach
  void stop() {
    x.close();
  }

  @Test
  void laterPostsHaveTheGreaterTsByLettersToo() {
    List<String> written = new ArrayList<>();
    for (int each = 0; each < 2_000; each++) {
      written.add(XRoom.ts(timeline.post(timeline.user("you"), "azure").id()));
    }
    assertThat(written).isSorted().doesNotHaveDuplicates();
    assertThat(written).allMatch(ts -> ts.length() == written.get(0).length());
  }

  @Test
  void whatIsSaidIsAPostOfYoursAndToldAtOnce() {
    List<View.Message> told = new CopyOnWriteArrayList<>();
    room.follow(told::add);
    room.say("azure is down");
    Post post = timeline.newest(1).get(0);
    await().until(() -> !told.isEmpty());
    assertThat(told)
        .singleElement()
        .isEqualTo(
            new View.Message(
                "x",
                XRoom.ts(post.id()),
                "@you",
                "you",
                "azure is down",
                false,
                null,
                null,
                null,
                null));
  }

  @Test
  void aPostThatNoQueryFindsSaysSo() {
    timeline.post(timeline.user("ana"), "aws is down");
    assertThat(room.recent((channel, ts) -> null))
        .singleElement()
        .satisfies(
            message -> {
              assertThat(message.kind()).isEqualTo("person");
              assertThat(message.note()).isEqualTo("no query of the source finds it");
            });
  }

  @Test
  void anEditedPostStaysInItsPlaceWithItsScore() {
    Post first = timeline.post(timeline.user("ana"), "azure is down");
    timeline.post(timeline.user("ana"), "azure again");
    timeline.edit(first, "azure is up");
    Score score = new Score("x", XRoom.ts(first.id()), 1, 0.9, "positive", null);
    List<View.Message> shown = room.recent((channel, ts) -> ts.equals(score.ts()) ? score : null);
    assertThat(shown)
        .filteredOn(View.Message::edited)
        .singleElement()
        .satisfies(
            message -> {
              assertThat(message.ts()).isEqualTo(XRoom.ts(first.id()));
              assertThat(message.text()).isEqualTo("azure is up");
              assertThat(message.score()).isEqualTo(score);
            });
  }
}
