package io.bellwether.quickstart.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Set;

/** Chooses loopback ports, each once. */
public final class Ports {
  private final Set<Integer> given = new HashSet<>();

  /** This one if it is free, else any free one; 0 asks for any. */
  public int near(int preferred) {
    if (preferred != 0 && !given.contains(preferred) && isFree(preferred)) {
      given.add(preferred);
      return preferred;
    }
    return any();
  }

  /** Never chooses this one, free or not. */
  public void avoid(int port) {
    given.add(port);
  }

  private int any() {
    while (true) {
      try (ServerSocket socket = bind(0)) {
        if (given.add(socket.getLocalPort())) {
          return socket.getLocalPort();
        }
      } catch (IOException e) {
        throw new UncheckedIOException("This machine has no free port", e);
      }
    }
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = bind(port)) {
      return socket.isBound();
    } catch (IOException e) {
      // That it cannot be bound is the answer.
      return false;
    }
  }

  private static ServerSocket bind(int port) throws IOException {
    ServerSocket socket = new ServerSocket();
    // As a server does: a port whose last connections linger is free.
    socket.setReuseAddress(true);
    try {
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    } catch (IOException e) {
      socket.close();
      throw e;
    }
    return socket;
  }
}
