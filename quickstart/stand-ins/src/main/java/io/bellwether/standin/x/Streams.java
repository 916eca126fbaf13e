package io.bellwether.standin.x;

/** The open filtered streams, and what can go wrong with them. */
public interface Streams {
  /** How many connections the app has open: none or one. */
  int open(XApp app);

  /** The connection stays open and says nothing any more, no keep-alive either. */
  void stall(XApp app);

  /** The connection is closed without a word. */
  void drop(XApp app);

  /** X closes the connection for its own reasons, and says so in a last line. */
  void disconnect(XApp app);

  /** The next posts are sent twice. */
  void duplicateNext(int posts);

  /** A line that breaks off in the middle of its JSON stands before the next post. */
  void brokenLineNext();
}
