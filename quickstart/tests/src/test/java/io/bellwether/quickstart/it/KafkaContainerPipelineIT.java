package io.bellwether.quickstart.it;

import org.testcontainers.junit.jupiter.Testcontainers;
import org.testcontainers.kafka.KafkaContainer;

/** The pipeline on Kafka's own image: where Docker is. */
@Testcontainers(disabledWithoutDocker = true)
class KafkaContainerPipelineIT extends PipelineIT {
  private static final String IMAGE = "apache/kafka:" + System.getProperty("kafka.version");

  @Override
  protected Stack.KafkaSource kafka() {
    return (state, ports, watch) -> {
      KafkaContainer container = new KafkaContainer(IMAGE);
      container.start();
      return new KafkaUnderTest() {
        @Override
        public String bootstrap() {
          return container.getBootstrapServers();
        }

        @Override
        public void close() {
          container.stop();
        }
      };
    };
  }
}
