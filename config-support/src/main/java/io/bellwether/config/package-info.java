/**
 * Configuration that explains itself, on top of Kafka's {@link
 * org.apache.kafka.common.config.ConfigDef}: used alike by the connectors and by the analyzer.
 */
package io.bellwether.config;
