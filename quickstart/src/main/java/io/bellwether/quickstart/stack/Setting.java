package io.bellwether.quickstart.stack;

import io.bellwether.quickstart.process.Ports;
import io.bellwether.quickstart.process.StateFolder;
import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * Where a pipeline runs and what it works with.
 *
 * @param bootstrap the broker
 * @param slackApi base address of Slack's Web API
 * @param secrets what the connectors read from the worker's environment
 * @param trigger when the analyzer works
 * @param added connectors beside those for Slack
 */
public record Setting(
    Home home,
    StateFolder state,
    Ports ports,
    String bootstrap,
    URI slackApi,
    Map<String, String> secrets,
    Trigger trigger,
    List<ConnectorFile> added) {
  public Setting {
    secrets = Map.copyOf(secrets);
    added = List.copyOf(added);
  }

  /** With Slack alone. */
  public Setting(
      Home home,
      StateFolder state,
      Ports ports,
      String bootstrap,
      URI slackApi,
      Map<String, String> secrets,
      Trigger trigger) {
    this(home, state, ports, bootstrap, slackApi, secrets, trigger, List.of());
  }

  /** The same with another trigger. */
  public Setting with(Trigger other) {
    return new Setting(home, state, ports, bootstrap, slackApi, secrets, other, added);
  }

  /** Without the secrets. */
  @Override
  public String toString() {
    return "Setting[" + state.path() + ", " + bootstrap + ", " + slackApi + ", " + trigger + "]";
  }
}
