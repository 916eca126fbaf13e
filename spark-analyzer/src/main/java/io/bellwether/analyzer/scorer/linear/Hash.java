package io.bellwether.analyzer.scorer.linear;

/** FNV-1a over characters, with MurmurHash3's finisher. Part of the model's format. */
final class Hash {
  static final long START = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;

  private Hash() {}

  static long with(long hash, char next) {
    return (hash ^ next) * PRIME;
  }

  static long joined(long first, long second) {
    return finished(first * PRIME + second);
  }

  static long finished(long hash) {
    long mixed = hash;
    mixed ^= mixed >>> 33;
    mixed *= 0xff51afd7ed558ccdL;
    mixed ^= mixed >>> 33;
    mixed *= 0xc4ceb9fe1a85ec53L;
    return mixed ^ (mixed >>> 33);
  }

  static long of(String word) {
    long hash = START;
    for (int i = 0; i < word.length(); i++) {
      hash = with(hash, word.charAt(i));
    }
    return finished(hash);
  }
}
