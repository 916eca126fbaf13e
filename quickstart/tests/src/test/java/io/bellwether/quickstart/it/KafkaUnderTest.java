package io.bellwether.quickstart.it;

import io.bellwether.quickstart.process.Child;
import io.bellwether.quickstart.process.Ports;
import io.bellwether.quickstart.process.StateFolder;
import io.bellwether.quickstart.process.Watch;
import io.bellwether.quickstart.stack.Broker;
import io.bellwether.quickstart.stack.Home;

/** A Kafka that the pipeline is tested on. */
interface KafkaUnderTest extends AutoCloseable {
  String bootstrap();

  @Override
  void close();

  /** The distribution's own broker, as a child of this JVM. */
  static KafkaUnderTest local(StateFolder state, Ports ports, Watch watch)
      throws InterruptedException {
    Broker broker = new Broker(Home.ofThisProgram(), state, ports);
    Child child = broker.start(watch);
    return new KafkaUnderTest() {
      @Override
      public String bootstrap() {
        return broker.bootstrap();
      }

      @Override
      public void close() {
        watch.release(child);
        child.close();
      }
    };
  }
}
