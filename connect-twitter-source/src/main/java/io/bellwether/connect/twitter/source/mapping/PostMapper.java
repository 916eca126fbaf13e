package io.bellwether.connect.twitter.source.mapping;

import io.bellwether.connect.feedback.Feedback;
import io.bellwether.connect.feedback.Feedback.Echo;
import io.bellwether.connect.feedback.Feedback.Named;
import java.util.Optional;
import java.util.Set;

/** Turns posts into feedback, {@code docs/contracts.md}. */
public final class PostMapper {
  /** What X says instead of a language: none, not known, only tags, only media and the like. */
  private static final Set<String> NO_LANGUAGE =
      Set.of("und", "zxx", "qam", "qct", "qht", "qme", "qst", "art");

  private static final String REPLY = "replied_to";
  private static final String SITE = "https://x.com/";

  private PostMapper() {}

  /** What a post says, found by the query of this name. */
  public static Feedback feedback(Post post, String query) {
    return new Feedback(
        "x:" + (post.history().isEmpty() ? post.id() : post.history().get(0)),
        Math.max(0, post.history().indexOf(post.id())),
        "x",
        Optional.empty(),
        Optional.of(query),
        author(post),
        plain(post),
        post.text(),
        Optional.empty(),
        post.language().filter(code -> !NO_LANGUAGE.contains(code)),
        Optional.of(url(post)),
        post.references().stream()
            .filter(each -> each.type().equals(REPLY))
            .map(Post.Reference::id)
            .findFirst(),
        post.createdAt().orElseGet(() -> PostId.time(post.id())),
        new Echo(
            post.metrics(),
            post.references().stream()
                .map(each -> new Feedback.Reference(each.type(), each.id()))
                .toList()));
  }

  private static Named author(Post post) {
    return post.author()
        .map(who -> new Named(who.id(), who.name().or(who::username).orElse(who.id())))
        .orElse(new Named("unknown", "unknown"));
  }

  /** X escapes these three and no others; the ampersand last, so that nothing is undone twice. */
  private static String plain(Post post) {
    String text = post.text().replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    for (Post.Link link : post.links()) {
      text = text.replace(link.shortUrl(), link.target());
    }
    return text;
  }

  private static String url(Post post) {
    String who = post.author().flatMap(Post.Author::username).orElse("i");
    return SITE + who + "/status/" + post.id();
  }
}
