package io.bellwether.quickstart.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortsTest {
  private final Ports ports = new Ports();

  @Test
  void aFreePortIsTaken() throws Exception {
    int free;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      free = socket.getLocalPort();
    }
    assertThat(ports.near(free)).isEqualTo(free);
  }

  @Test
  void aPortInUseIsReplacedByAnother() throws Exception {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThat(ports.near(socket.getLocalPort()))
          .isNotEqualTo(socket.getLocalPort())
          .isPositive();
    }
  }

  @Test
  void noPortIsGivenTwice() {
    int first = ports.near(0);
    assertThat(ports.near(first)).isNotEqualTo(first);
  }

  @Test
  void aPortToAvoidIsNotGiven() throws Exception {
    int free;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      free = socket.getLocalPort();
    }
    ports.avoid(free);
    assertThat(ports.near(free)).isNotEqualTo(free);
  }
}
