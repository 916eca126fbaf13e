package io.bellwether.standin.x.query;

import java.util.List;
import java.util.function.Predicate;

/** A query as X understands it: a tree that a post matches or not. */
public sealed interface Query {
  /**
   * Reads a query.
   *
   * @throws QueryException when X would answer it with 400
   */
  static Query parse(String text) {
    Query query = new Parser(text).parse();
    if (!query.standsAlone()) {
      throw new QueryException(
          "Rules must contain at least one positive clause that can stand alone: "
              + "'is:', 'has:' and 'lang:' need another operator beside them, and so does a negation",
          0);
    }
    return query;
  }

  boolean matches(Candidate post);

  /** Whether it narrows the posts of the world enough for X to take it without anything beside. */
  boolean standsAlone();

  /** All of them: {@code cat dog}. */
  record All(List<Query> parts) implements Query {
    public All {
      parts = List.copyOf(parts);
    }

    @Override
    public boolean matches(Candidate post) {
      return parts.stream().allMatch(part -> part.matches(post));
    }

    @Override
    public boolean standsAlone() {
      return parts.stream().anyMatch(Query::standsAlone);
    }
  }

  /** One of them: {@code cat OR dog}. */
  record Any(List<Query> parts) implements Query {
    public Any {
      parts = List.copyOf(parts);
    }

    @Override
    public boolean matches(Candidate post) {
      return parts.stream().anyMatch(part -> part.matches(post));
    }

    @Override
    public boolean standsAlone() {
      return parts.stream().allMatch(Query::standsAlone);
    }
  }

  /** {@code -dog}. */
  record Not(Query part) implements Query {
    @Override
    public boolean matches(Candidate post) {
      return !part.matches(post);
    }

    @Override
    public boolean standsAlone() {
      return false;
    }
  }

  /** A word, a phrase, a tag or {@code name:value}. */
  record Operator(boolean standsAlone, Predicate<Candidate> test) implements Query {
    @Override
    public boolean matches(Candidate post) {
      return test.test(post);
    }
  }
}
