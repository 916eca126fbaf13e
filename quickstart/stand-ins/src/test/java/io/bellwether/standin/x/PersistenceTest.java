package io.bellwether.standin.x;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PersistenceTest {
  @TempDir Path state;

  @Test
  void postsAppsAndRulesAreThereAfterARestart() {
    Post edited;
    Post deleted;
    XApp app;
    Options options = Options.defaults().withState(state);
    try (XStandIn x = XStandIn.start(options)) {
      app = x.apps().app("Bellwether");
      XUser ana = x.timeline().user("ana");
      edited = x.timeline().edit(x.timeline().post(ana, "azure is down"), "azure is up");
      deleted = x.timeline().post(ana, "never mind");
      x.timeline().delete(deleted);
      x.apps().add(app, new StreamRule(x.apps().nextRuleId(), "azure", "mine"));
    }
    try (XStandIn x = XStandIn.start(options)) {
      assertThat(x.apps().app("Bellwether")).isEqualTo(app);
      assertThat(x.apps().rules(app)).extracting(StreamRule::value).containsExactly("azure");
      assertThat(x.timeline().newest(10)).containsExactly(edited);
      assertThat(x.timeline().byId(deleted.id())).isEmpty();
      Post next = x.timeline().post(x.timeline().user("ana"), "still up");
      assertThat(next.id()).isGreaterThan(deleted.id());
    }
  }
}
