package io.bellwether.quickstart.it;

/** The pipeline on the distribution's own broker: always. */
class LocalBrokerPipelineIT extends PipelineIT {
  @Override
  protected Stack.KafkaSource kafka() {
    return KafkaUnderTest::local;
  }
}
