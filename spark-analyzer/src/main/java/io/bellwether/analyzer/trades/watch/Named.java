package io.bellwether.analyzer.trades.watch;

import io.bellwether.analyzer.trades.indicator.Indicator;
import java.io.Serializable;

/**
 * An indicator as it is configured.
 *
 * @param name the user's, unique; part of the alerts' ids
 * @param type such as {@code change}
 * @param fingerprint of its settings: with others it begins anew
 */
public record Named(String name, String type, int fingerprint, Indicator<?> indicator)
    implements Serializable {}
