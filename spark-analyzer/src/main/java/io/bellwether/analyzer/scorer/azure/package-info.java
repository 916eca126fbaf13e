/**
 * Scores with Azure AI Language: its own language detection, then its sentiment. What the service
 * answers is turned into an outcome in {@link io.bellwether.analyzer.scorer.azure.AzureApi} alone.
 */
package io.bellwether.analyzer.scorer.azure;
