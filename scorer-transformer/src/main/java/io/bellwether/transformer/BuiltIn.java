package io.bellwether.transformer;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;

/**
 * The network in this jar: e5-small-v2 (Wang et al., 2022; MIT licence), its weights as 8-bit
 * numbers, and what was trained on top of it.
 */
final class BuiltIn {
  private static final String NETWORK = "/e5-small-v2-q";

  /** The network was trained with this in front of whatever is asked or compared. */
  private static final String PREFIX = "query: ";

  private BuiltIn() {}

  static Tokenizer tokenizer(int longest) throws IOException {
    try (InputStream json = resource(NETWORK + "-tokenizer.json")) {
      return new Tokenizer(json, longest, PREFIX);
    }
  }

  static Network network(int threads) throws IOException {
    try (InputStream onnx = resource(NETWORK + ".onnx")) {
      return new Network(onnx.readAllBytes(), threads);
    }
  }

  static Head head() throws IOException {
    try (InputStream in = resource("feedback.head")) {
      return Head.read(in);
    }
  }

  private static InputStream resource(String name) throws IOException {
    InputStream in = BuiltIn.class.getResourceAsStream(name);
    if (in == null) {
      throw new FileNotFoundException("the jar holds no " + name);
    }
    return in;
  }
}
