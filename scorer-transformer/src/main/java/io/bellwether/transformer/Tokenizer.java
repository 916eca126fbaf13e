package io.bellwether.transformer;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Cuts a text into the pieces that a network knows, as its {@code tokenizer.json} says. */
final class Tokenizer implements AutoCloseable {
  private final HuggingFaceTokenizer tokenizer;
  private final String prefix;
  private final int prefixPieces;
  private final Optional<Long> unknown;

  /**
   * @param json a {@code tokenizer.json} of Hugging Face
   * @param longest how many pieces the network is given at most; the rest of a text is left out
   * @param prefix what the network expects in front of a text
   */
  Tokenizer(InputStream json, int longest, String prefix) throws IOException {
    // It would otherwise count, by a call over the network, how often it is used.
    System.setProperty("OPT_OUT_TRACKING", "true");
    tokenizer =
        HuggingFaceTokenizer.newInstance(
            json,
            Map.of(
                "padding", "false", "truncation", "true", "maxLength", Integer.toString(longest)));
    this.prefix = prefix;
    prefixPieces = (int) spoken(tokenizer.encode(prefix)).count();
    // A character that no vocabulary has shows what "unknown" is.
    unknown = spoken(tokenizer.encode("\uDBFF\uDFFD")).boxed().findFirst();
  }

  private static LongStream spoken(Encoding encoding) {
    long[] ids = encoding.getIds();
    long[] added = encoding.getSpecialTokenMask();
    return IntStream.range(0, ids.length).filter(i -> added[i] == 0).mapToLong(i -> ids[i]);
  }

  /** The numbers of its pieces; empty if the network knows none of them. */
  Optional<long[]> tokens(String text) {
    String said = Spoken.of(text);
    if (said.isEmpty()) {
      return Optional.empty();
    }
    Encoding encoding = tokenizer.encode(prefix + said);
    boolean known =
        spoken(encoding).skip(prefixPieces).anyMatch(id -> !unknown.equals(Optional.of(id)));
    return known ? Optional.of(encoding.getIds()) : Optional.empty();
  }

  @Override
  public void close() {
    tokenizer.close();
  }
}
