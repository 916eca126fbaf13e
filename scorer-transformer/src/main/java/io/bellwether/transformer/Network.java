package io.bellwether.transformer;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A network in the format ONNX whose inputs are those of BERT ({@code input_ids}, {@code
 * attention_mask}, {@code token_type_ids}, the last two if it has them). Several threads may use it
 * at the same time.
 */
final class Network implements AutoCloseable {
  private static final String IDS = "input_ids";
  private static final String MASK = "attention_mask";
  private static final String TYPES = "token_type_ids";
  private static final Set<String> KNOWN = Set.of(IDS, MASK, TYPES);
  private static final int OF_TEXTS = 2;

  private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
  private final OrtSession session;

  /**
   * @param threads how many compute one answer
   * @throws IllegalArgumentException if it is no such network
   */
  Network(byte[] onnx, int threads) {
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(threads);
      options.setInterOpNumThreads(1);
      session = environment.createSession(onnx, options);
    } catch (OrtException e) {
      throw new IllegalArgumentException("it is no network that ONNX Runtime reads: " + e, e);
    }
    Set<String> inputs = session.getInputNames();
    if (!inputs.contains(IDS) || !KNOWN.containsAll(inputs)) {
      close();
      throw new IllegalArgumentException("it takes " + inputs + "; only " + KNOWN + " are known");
    }
  }

  /** Whether its first output has a row for each text, rather than one for each piece of it. */
  boolean answersByText() {
    try {
      NodeInfo first = session.getOutputInfo().values().iterator().next();
      return first.getInfo() instanceof TensorInfo tensor && tensor.getShape().length == OF_TEXTS;
    } catch (OrtException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Its first output for texts of which each has as many pieces as the others.
   *
   * @return for each text all its numbers, one piece after the other
   */
  List<float[]> answers(List<long[]> texts) {
    Map<String, OnnxTensor> inputs = new LinkedHashMap<>();
    try {
      for (String name : session.getInputNames()) {
        inputs.put(name, input(name, texts));
      }
      try (OrtSession.Result result = session.run(inputs)) {
        return split(((OnnxTensor) result.get(0)).getFloatBuffer(), texts.size());
      }
    } catch (OrtException e) {
      throw new IllegalStateException("the network failed: " + e.getMessage(), e);
    } finally {
      inputs.values().forEach(OnnxTensor::close);
    }
  }

  private OnnxTensor input(String name, List<long[]> texts) throws OrtException {
    int length = texts.get(0).length;
    LongBuffer values = LongBuffer.allocate(texts.size() * length);
    for (long[] text : texts) {
      for (long piece : text) {
        values.put(name.equals(IDS) ? piece : name.equals(MASK) ? 1 : 0);
      }
    }
    return OnnxTensor.createTensor(environment, values.flip(), new long[] {texts.size(), length});
  }

  private static List<float[]> split(FloatBuffer all, int texts) {
    List<float[]> answers = new ArrayList<>(texts);
    int size = all.remaining() / texts;
    for (int i = 0; i < texts; i++) {
      float[] one = new float[size];
      all.get(one);
      answers.add(one);
    }
    return answers;
  }

  @Override
  public void close() {
    try {
      session.close();
    } catch (OrtException e) {
      throw new IllegalStateException(e);
    }
  }
}
