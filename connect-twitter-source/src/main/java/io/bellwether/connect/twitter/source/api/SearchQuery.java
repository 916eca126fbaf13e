package io.bellwether.connect.twitter.source.api;

import java.util.Optional;

/**
 * A question to {@code GET /2/tweets/search/recent}.
 *
 * @param query in X's language of operators
 * @param maxResults posts a page, 10 to 100
 * @param sinceId only newer posts; empty for all of the last seven days
 * @param untilId only older posts
 * @param nextToken of the page; empty for the first
 */
public record SearchQuery(
    String query,
    int maxResults,
    Optional<String> sinceId,
    Optional<String> untilId,
    Optional<String> nextToken) {}
