package io.bellwether.quickstart.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PortsTest {
  private final Ports ports = Ports.usual();

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
  void whatRunsBesideOthersKeepsAwayFromTheUsualPorts() {
    // None that a system gives when it is asked for any.
    int low = IntStream.range(20_000, 30_000).filter(this::isUsual).findFirst().orElseThrow();
    assertThat(Ports.any().near(low)).isNotEqualTo(low).isPositive();
  }

  private boolean isUsual(int port) {
    return ports.near(port) == port;
  }
}
