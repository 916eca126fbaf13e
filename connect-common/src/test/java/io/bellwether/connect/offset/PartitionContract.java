package io.bellwether.connect.offset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What every connector's partition and position promise; each connector's test extends this. */
public abstract class PartitionContract<P extends SourcePartition, O extends SourcePosition> {
  protected abstract P partition();

  protected abstract P otherPartition();

  protected abstract O position();

  protected abstract Function<java.util.Map<String, ?>, P> partitionFromMap();

  protected abstract Function<java.util.Map<String, ?>, O> positionFromMap();

  @Test
  void aPartitionSurvivesItsStoredForm() {
    assertThat(partition().toMap()).isNotEmpty();
    assertThat(partitionFromMap().apply(partition().toMap())).isEqualTo(partition());
  }

  @Test
  void partitionsOfDifferentThingsDiffer() {
    assertThat(partition().toMap()).isNotEqualTo(otherPartition().toMap());
  }

  @Test
  void aPositionSurvivesItsStoredForm() {
    assertThat(positionFromMap().apply(position().toMap())).isEqualTo(position());
  }

  @Test
  void aPositionStoresOnlyWhatConnectCanStore() {
    assertThat(position().toMap().values())
        .allSatisfy(
            value -> assertThat(value).isInstanceOfAny(String.class, Number.class, Boolean.class));
  }
}
