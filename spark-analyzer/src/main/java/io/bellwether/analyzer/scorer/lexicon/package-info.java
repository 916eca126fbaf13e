/** The embedded scorer: a list of words and a few rules. Needs no model, no network and no time. */
package io.bellwether.analyzer.scorer.lexicon;
