/** For tests: what Prometheus is told by the exporter's rules, and what it is asked for. */
package io.bellwether.testmonitoring;
