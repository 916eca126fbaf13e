package io.bellwether.connect.nomics.source;

import io.bellwether.connect.config.ConnectorCheck;
import io.bellwether.connect.metrics.CallMeters;
import io.bellwether.connect.nomics.source.offset.MarketPartition;
import io.bellwether.connect.nomics.source.offset.TradePosition;
import io.bellwether.connect.nomics.source.read.MarketList;
import io.bellwether.connect.nomics.source.read.MarketMonitor;
import io.bellwether.connect.nomics.source.read.TradesCheck;
import io.bellwether.connect.offset.OffsetAlteration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.config.Config;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.connect.connector.Task;
import org.apache.kafka.connect.source.ExactlyOnceSupport;
import org.apache.kafka.connect.source.SourceConnector;

/**
 * Reads the trades of many markets within a budget of requests, from live exchanges or from a
 * server that speaks the API of Nomics.
 */
public final class NomicsSourceConnector extends SourceConnector {
  /** That of the jar; "development" when run from class files. */
  static final String VERSION =
      Optional.ofNullable(NomicsSourceConnector.class.getPackage().getImplementationVersion())
          .orElse("development");

  private final InstantSource clock = InstantSource.system();
  private Map<String, String> properties = Map.of();
  private Instant startedAt;
  private MarketMonitor monitor;

  @Override
  public String version() {
    return VERSION;
  }

  @Override
  public void start(Map<String, String> given) {
    properties = Map.copyOf(given);
    startedAt = clock.instant();
    NomicsSourceConfig config = new NomicsSourceConfig(properties);
    monitor =
        new MarketMonitor(
            config,
            config.api(CallMeters.unpublished(), clock),
            context().offsetStorageReader(),
            clock,
            context()::requestTaskReconfiguration,
            context()::raiseError);
    monitor.start();
  }

  @Override
  public void stop() {
    if (monitor != null) {
      monitor.close();
    }
  }

  @Override
  public Class<? extends Task> taskClass() {
    return NomicsSourceTask.class;
  }

  /**
   * Markets are split by what their reading costs, and the budget with them. There are no tasks
   * until the list of markets has been read. Positions belong to markets, so they move along.
   */
  @Override
  public List<Map<String, String>> taskConfigs(int maxTasks) {
    return monitor.split(maxTasks).stream()
        .map(
            share -> {
              Map<String, String> task = new HashMap<>(properties);
              task.put(NomicsSourceConfig.TASK_MARKETS, MarketList.write(share.markets()));
              task.put(NomicsSourceConfig.TASK_STARTED, startedAt.toString());
              task.put(NomicsSourceConfig.REQUESTS, String.valueOf(share.requestsPerSecond()));
              return task;
            })
        .toList();
  }

  @Override
  public ConfigDef config() {
    return NomicsSourceConfig.DEFINITION;
  }

  @Override
  public Config validate(Map<String, String> given) {
    ConnectorCheck check = ConnectorCheck.ofSource(NomicsSourceConfig.DEFINITION, given);
    if (check.isClean()) {
      TradesCheck.run(check, new NomicsSourceConfig(given), clock);
    }
    return check.config();
  }

  /** The position moves in {@code poll()} with the records, whatever the configuration. */
  @Override
  public ExactlyOnceSupport exactlyOnceSupport(Map<String, String> given) {
    return ExactlyOnceSupport.SUPPORTED;
  }

  @Override
  public boolean alterOffsets(
      Map<String, String> given, Map<Map<String, ?>, Map<String, ?>> offsets) {
    OffsetAlteration.check(offsets, MarketPartition::fromMap, TradePosition::fromMap);
    return true;
  }
}
