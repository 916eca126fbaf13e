/**
 * What the console measures: the ledger by distinct event, rates, latencies, the state of the
 * parts. It reads what anybody could read: the workspace, the topics, Connect's REST API, the group
 * of the sink, the job's checkpoint. It changes nothing.
 */
package io.bellwether.quickstart.page.console;
