/**
 * A stand-in for Azure AI Language: sentiment and language by {@code POST /language/:analyze-text}.
 * Its limits and errors are the documented ones; its judgement is a rule of a few words, so that
 * tests can know the answer.
 */
package io.bellwether.standin.azure;
