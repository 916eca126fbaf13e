package io.bellwether.transformer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A network of a user's own, small enough to be written by hand: four words, three logits for each,
 * and their mean. In the format ONNX (IR version 8, operators of version 13), byte by byte after
 * https://github.com/onnx/onnx/blob/main/onnx/onnx.proto.
 */
final class TinyNetwork {
  private static final int FLOAT = 1;
  private static final int INT64 = 7;

  /** Logits for positive, negative, neutral, in this order, of: unknown, good, bad, table. */
  private static final float[] LOGITS = {0, 0, 0, 6, 0, 0, 0, 6, 0, 0, 0, 6};

  private static final String TOKENIZER =
      """
      {"version": "1.0", "truncation": null, "padding": null, "added_tokens": [],
       "normalizer": {"type": "Lowercase"}, "pre_tokenizer": {"type": "Whitespace"},
       "post_processor": null, "decoder": null,
       "model": {"type": "WordLevel", "unk_token": "[UNK]",
                 "vocab": {"[UNK]": 0, "good": 1, "bad": 2, "table": 3}}}
      """;

  private TinyNetwork() {}

  static Path write(Path folder) throws IOException {
    return Files.write(folder.resolve("tiny.onnx"), onnx());
  }

  static Path writeTokenizer(Path folder) throws IOException {
    return Files.writeString(folder.resolve("tokenizer.json"), TOKENIZER);
  }

  private static byte[] onnx() {
    Message gather =
        new Message().text(1, "words").text(1, "input_ids").text(2, "each").text(4, "Gather");
    Message mean =
        new Message()
            .text(1, "each")
            .text(2, "logits")
            .text(4, "ReduceMean")
            .message(5, new Message().text(1, "axes").number(8, 1).number(20, 7))
            .message(5, new Message().text(1, "keepdims").number(3, 0).number(20, 2));
    Message graph =
        new Message()
            .message(1, gather)
            .message(1, mean)
            .text(2, "tiny")
            .message(5, words())
            .message(11, value("input_ids", INT64, "texts", "pieces"))
            .message(12, value("logits", FLOAT, "texts", "labels"));
    return new Message()
        .number(1, 8)
        .message(7, graph)
        .message(8, new Message().number(2, 13))
        .bytes();
  }

  private static Message words() {
    ByteBuffer raw =
        ByteBuffer.allocate(LOGITS.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    raw.asFloatBuffer().put(LOGITS);
    return new Message()
        .number(1, LOGITS.length / 3)
        .number(1, 3)
        .number(2, FLOAT)
        .text(8, "words")
        .bytes(9, raw.array());
  }

  private static Message value(String name, int type, String rows, String columns) {
    Message shape =
        new Message()
            .message(1, new Message().text(2, rows))
            .message(1, new Message().text(2, columns));
    Message tensor = new Message().number(1, type).message(2, shape);
    return new Message().text(1, name).message(2, new Message().message(1, tensor));
  }

  /** A message of protocol buffers. */
  private static final class Message {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    Message number(int field, int value) {
      varint(field << 3);
      varint(value);
      return this;
    }

    Message bytes(int field, byte[] value) {
      varint(field << 3 | 2);
      varint(value.length);
      out.writeBytes(value);
      return this;
    }

    Message text(int field, String value) {
      return bytes(field, value.getBytes(StandardCharsets.UTF_8));
    }

    Message message(int field, Message value) {
      return bytes(field, value.bytes());
    }

    private void varint(int value) {
      int left = value;
      while (left >= 128) {
        out.write((left & 127) | 128);
        left >>>= 7;
      }
      out.write(left);
    }

    byte[] bytes() {
      return out.toByteArray();
    }
  }
}
