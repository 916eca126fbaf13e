package io.bellwether.connect.twitter.source;

import org.apache.kafka.common.config.ConfigDef;

/** All keys of the connector, in the order of their groups. */
final class TwitterSourceKeys {
  private TwitterSourceKeys() {}

  static ConfigDef define() {
    ConfigDef keys = new ConfigDef();
    AccessKeys.define(keys);
    ReadKeys.define(keys);
    PaceKeys.define(keys);
    SpendingKeys.define(keys);
    return keys;
  }
}
