package io.bellwether.quickstart.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventLogTest {
  private final EventLog log = new EventLog(3);
  private final List<String> heard = new ArrayList<>();

  @Test
  void aFollowerHearsWhatItMissedAndWhatComes() {
    String before = log.position();
    log.append("message", "1");
    assertThat(log.follow(before, event -> heard.add(event.json()))).isPresent();
    log.append("message", "2");
    assertThat(heard).containsExactly("1", "2");
  }

  @Test
  void aFollowerAtTheEndHearsOnlyWhatComes() {
    log.append("message", "1");
    log.follow(log.position(), event -> heard.add(event.json()));
    log.append("message", "2");
    assertThat(heard).containsExactly("2");
  }

  @Test
  void whoeverIsTooFarBehindIsTurnedAway() {
    String before = log.position();
    for (int i = 0; i < 4; i++) {
      log.append("message", "" + i);
    }
    assertThat(log.follow(before, event -> heard.add(event.json()))).isEmpty();
    assertThat(heard).isEmpty();
  }

  @Test
  void aPlaceOfAnotherLogOrNoPlaceIsTurnedAway() {
    assertThat(log.follow(new EventLog(3).position(), event -> heard.add(event.json()))).isEmpty();
    assertThat(log.follow("", event -> heard.add(event.json()))).isEmpty();
    assertThat(log.follow(log.position() + "x", event -> heard.add(event.json()))).isEmpty();
  }

  @Test
  void aFollowerThatLeavesHearsNoMore() {
    log.follow(log.position(), event -> heard.add(event.json())).orElseThrow().run();
    log.append("message", "1");
    assertThat(heard).isEmpty();
  }
}
