/** Makes models for the linear scorer. */
package io.bellwether.analyzer.scorer.training;
