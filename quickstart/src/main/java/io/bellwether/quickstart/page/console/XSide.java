package io.bellwether.quickstart.page.console;

import io.bellwether.standin.x.Post;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Tells the books which posts on X the source is due to bring, as the stand-in itself knows. */
final class XSide {
  private final XWiring wiring;
  private final Books books;
  private final Recent told = new Recent(1_000);

  /** Begins with what is there and goes on with what happens. */
  XSide(XWiring wiring, Books books, InstantSource clock) {
    this.wiring = wiring;
    this.books = books;
    // First, so that nothing is missed in between; what comes twice is told once.
    wiring.timeline().listen(post -> take(post, clock.millis()));
    List<Post> found = new ArrayList<>(wiring.timeline().newest(Integer.MAX_VALUE));
    Collections.reverse(found);
    found.forEach(post -> take(post, 0));
  }

  /** Later versions count as said once they stand in {@code feedback}. */
  private synchronized void take(Post post, long now) {
    long first = post.versions().get(0);
    if (told.add(Long.toString(first)) && wiring.isFound(post)) {
      books.said(EventId.ofX(first), post.createdAt().toEpochMilli(), now);
    }
  }
}
