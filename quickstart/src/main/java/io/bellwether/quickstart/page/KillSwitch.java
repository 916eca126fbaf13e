package io.bellwether.quickstart.page;

import io.bellwether.quickstart.stack.Part;
import java.util.List;

/** Kills parts of the demo, which then restarts them. Safe for several threads. */
public interface KillSwitch {
  /** That of a page whose demo has nothing to kill yet. */
  KillSwitch NONE =
      new KillSwitch() {
        @Override
        public boolean kill(Part part) {
          return false;
        }

        @Override
        public List<PartEvent> history() {
          return List.of();
        }
      };

  /**
   * Kills a part at once, without a chance to clean up, and returns before it runs again.
   *
   * @return false if it is not up
   */
  boolean kill(Part part);

  /** What has happened to parts since the demo began, oldest first. */
  List<PartEvent> history();
}
