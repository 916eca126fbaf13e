package io.bellwether.quickstart.page;

import io.bellwether.standin.x.Post;
import io.bellwether.standin.x.Snowflake;
import io.bellwether.standin.x.Timeline;
import io.bellwether.standin.x.XUser;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The posts on X, as the stand-in knows them. */
public final class XRoom implements Room {
  /** Of the room, and before the ids of its events. */
  public static final String ID = "x";

  /** X's limit for who pays it; others have 280. */
  private static final int LONGEST = 25_000;

  private static final int RECENT = 200;
  private static final long LOW_BITS = (1 << 22) - 1;

  private final Timeline timeline;
  private final XUser you;
  private final Predicate<Post> wanted;

  /**
   * @param you who posts from the page
   * @param wanted whether a query of the source finds a post
   */
  public XRoom(Timeline timeline, XUser you, Predicate<Post> wanted) {
    this.timeline = timeline;
    this.you = you;
    this.wanted = wanted;
  }

  /**
   * A post's place among the page's messages: seconds since 1970, as Slack's ts has them, and
   * behind the milliseconds what else is in its id. Later posts have the greater one, by letters
   * too.
   */
  static String ts(long id) {
    Instant time = Snowflake.time(id);
    return String.format(
        Locale.ROOT,
        "%010d.%03d%07d",
        time.getEpochSecond(),
        time.toEpochMilli() % 1_000,
        id & LOW_BITS);
  }

  @Override
  public View.Channel channel() {
    return new View.Channel(ID, "X", ID, "Posts that the source's queries find are scored");
  }

  @Override
  public int longestText() {
    return LONGEST;
  }

  @Override
  public List<View.Message> recent(BiFunction<String, String, Score> scores) {
    List<View.Message> messages = new ArrayList<>();
    for (Post post : timeline.newest(RECENT)) {
      messages.add(message(post, scores.apply(ID, ts(post.versions().get(0)))));
    }
    Collections.reverse(messages);
    return messages;
  }

  @Override
  public void say(String text) {
    timeline.post(you, text);
  }

  @Override
  public void follow(Consumer<View.Message> listener) {
    timeline.listen(post -> listener.accept(message(post, null)));
  }

  private View.Message message(Post post, Score score) {
    String author = timeline.userById(post.authorId()).map(XUser::username).orElse("?");
    return new View.Message(
        ID,
        ts(post.versions().get(0)),
        "@" + author,
        post.authorId() == you.id() ? "you" : "person",
        post.text(),
        post.versions().size() > 1,
        null,
        null,
        wanted.test(post) ? null : "no query of the source finds it",
        score);
  }
}
