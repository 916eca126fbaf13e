/** A real Kafka broker for tests, on loopback, with or without TLS and log-ins. */
package io.bellwether.testkafka;
