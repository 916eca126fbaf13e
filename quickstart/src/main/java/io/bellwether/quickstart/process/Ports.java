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
  private final boolean usual;

  private Ports(boolean usual) {
    this.usual = usual;
  }

  /** The ports that people know, where they are free: for what a person starts and looks at. */
  public static Ports usual() {
    return new Ports(true);
  }

  /**
   * Any free ports: for what runs beside others of its kind. Two that start in one moment would
   * both find a usual port free, and one of them would fail to bind it.
   */
  public static Ports any() {
    return new Ports(false);
  }

  /** This one if it is free and the usual ports are wanted, else any free one; 0 asks for any. */
  public int near(int preferred) {
    if (usual && preferred != 0 && !given.contains(preferred) && isFree(preferred)) {
      given.add(preferred);
      return preferred;
    }
    return free();
  }

  private int free() {
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
