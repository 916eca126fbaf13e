package io.bellwether.quickstart.stack;

import io.bellwether.quickstart.process.Ports;
import io.bellwether.quickstart.process.StateFolder;
import java.net.URI;
import java.util.Map;

/**
 * Where a pipeline runs and what it works with.
 *
 * @param bootstrap the broker
 * @param slackApi base address of Slack's Web API
 * @param secrets what the connectors read from the worker's environment
 * @param trigger when the analyzer works
 */
public record Setting(
    Home home,
    StateFolder state,
    Ports ports,
    String bootstrap,
    URI slackApi,
    Map<String, String> secrets,
    Trigger trigger) {
  /** Without the secrets. */
  @Override
  public String toString() {
    return "Setting[" + state.path() + ", " + bootstrap + ", " + slackApi + ", " + trigger + "]";
  }
}
