package io.bellwether.analyzer.scorer.linear;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/** A {@link LinearModel} as bytes: a few that say what it is, then all else compressed. */
public final class ModelFile {
  private static final int MAGIC = 0x42574C4D;
  private static final int VERSION = 2;
  private static final int LONGEST_ABOUT = 1_000_000;

  private ModelFile() {}

  /** Writes it; the same model gives the same bytes. */
  public static void write(LinearModel model, OutputStream out) throws IOException {
    DataOutputStream head = new DataOutputStream(out);
    head.writeInt(MAGIC);
    head.writeInt(VERSION);
    head.flush();
    Deflater best = new Deflater(Deflater.BEST_COMPRESSION);
    DataOutputStream body =
        new DataOutputStream(new BufferedOutputStream(new DeflaterOutputStream(out, best)));
    byte[] about = model.about().getBytes(StandardCharsets.UTF_8);
    body.writeInt(about.length);
    body.write(about);
    body.writeInt(model.slots().length);
    body.writeDouble(model.unit());
    write(model.numbers(), body);
    write(model.biases(), body);
    write(model.calibration(), body);
    ByteBuffer bytes = ByteBuffer.allocate(model.slots().length * Short.BYTES);
    bytes.asShortBuffer().put(model.slots());
    body.write(bytes.array());
    body.close();
    best.end();
  }

  /**
   * @throws IOException if it is no model, or of another version
   */
  public static LinearModel read(InputStream in) throws IOException {
    byte[] all = in.readAllBytes();
    DataInputStream head = new DataInputStream(new ByteArrayInputStream(all));
    if (all.length < 2 * Integer.BYTES || head.readInt() != MAGIC) {
      throw new IOException("it is no model made by 'train'");
    }
    if (head.readInt() != VERSION) {
      throw new IOException("it was made by another version of Bellwether; train it again");
    }
    DataInputStream body = new DataInputStream(new InflaterInputStream(head));
    byte[] about = new byte[size(body.readInt(), LONGEST_ABOUT)];
    body.readFully(about);
    int weights = body.readInt();
    if (weights != TextFeatures.SLOTS * LinearModel.CLASSES) {
      throw new IOException("it is damaged: " + weights + " weights");
    }
    double unit = body.readDouble();
    double[] numbers = doubles(body, TextFeatures.NUMBERS * LinearModel.CLASSES);
    double[] biases = doubles(body, LinearModel.CLASSES);
    double[] calibration = doubles(body, LinearModel.CLASSES * (LinearModel.CLASSES + 1));
    byte[] bytes = new byte[weights * Short.BYTES];
    body.readFully(bytes);
    short[] slots = new short[weights];
    ByteBuffer.wrap(bytes).asShortBuffer().get(slots);
    return new LinearModel(
        new String(about, StandardCharsets.UTF_8), unit, slots, numbers, biases, calibration);
  }

  private static int size(int size, int most) throws IOException {
    if (size < 0 || size > most) {
      throw new IOException("it is damaged");
    }
    return size;
  }

  private static void write(double[] values, DataOutputStream out) throws IOException {
    for (double value : values) {
      out.writeDouble(value);
    }
  }

  private static double[] doubles(DataInputStream in, int count) throws IOException {
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      values[i] = in.readDouble();
    }
    return values;
  }
}
