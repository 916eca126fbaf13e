package io.bellwether.standin.azure;

import java.time.Instant;

/**
 * One call as it was answered.
 *
 * @param kind {@code SentimentAnalysis}, {@code LanguageDetection}, or empty where it was
 *     unreadable
 * @param at when it arrived, on the stand-in's clock
 * @param documents how many it brought
 * @param bytes of its body
 * @param status HTTP status; 0 when it never got an answer
 * @param retryAfterSeconds what a 429 said; null otherwise
 */
public record Call(
    String kind, Instant at, int documents, int bytes, int status, Integer retryAfterSeconds) {}
