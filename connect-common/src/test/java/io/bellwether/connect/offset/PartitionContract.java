package io.bellwether.connect.offset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What every connector's partition and position promise; each connector's test extends this. */
public abstract class PartitionContract<P extends SourcePartition, O extends SourcePosition> {
  protected abstract P partition();

  protected abstract P otherPartition();

  protected abstract O position();

  protected abstract Function<Map<String, ?>, P> partitionFromMap();

  protected abstract Function<Map<String, ?>, O> positionFromMap();

  @Test
  void aPartitionSurvivesItsStoredForm() {
    assertThat(partition().toMap()).isNotEmpty();
    assertThat(partitionFromMap().apply(partition().toMap())).isEqualTo(partition());
  }

  /** Two fields in one bucket would stand in the order in which they were put there. */
  @Test
  void aPartitionIsStoredInTheSameOrderInEveryJvm() {
    List<String> fields = new ArrayList<>(new TreeSet<>(partition().toMap().keySet()));
    HashMap<String, String> ascending = new HashMap<>();
    fields.forEach(field -> ascending.put(field, ""));
    Collections.reverse(fields);
    HashMap<String, String> descending = new HashMap<>();
    fields.forEach(field -> descending.put(field, ""));

    assertThat(partition().toMap()).isInstanceOf(HashMap.class);
    assertThat(partition().toMap().keySet())
        .containsExactlyElementsOf(ascending.keySet())
        .containsExactlyElementsOf(descending.keySet());
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
