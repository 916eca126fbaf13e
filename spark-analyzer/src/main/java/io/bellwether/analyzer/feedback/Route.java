package io.bellwether.analyzer.feedback;

import java.util.Optional;

/**
 * Where an outcome goes.
 *
 * @param name also the outcome's name
 * @param when a Spark SQL predicate; always, where there is none
 * @param topic where its records are written; empty only for output to the console
 */
public record Route(String name, Optional<String> when, String topic) {}
