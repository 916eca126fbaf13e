/**
 * The job's file: read, checked as a whole, and turned into typed values. Knows Kafka's ConfigDef,
 * but no Spark.
 */
package io.bellwether.analyzer.config;
