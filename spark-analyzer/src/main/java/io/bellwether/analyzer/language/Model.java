package io.bellwether.analyzer.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;

/**
 * OpenNLP's model of 103 languages, once in each JVM. It takes a second or two to load and 40 MB,
 * so it is loaded beside other work and only where languages are detected.
 */
final class Model {
  private static final String FILE = "/langdetect-183.bin";
  private static final CompletableFuture<LanguageDetectorModel> LOADED = new CompletableFuture<>();
  private static final ThreadLocal<LanguageDetectorME> DETECTORS =
      ThreadLocal.withInitial(() -> new LanguageDetectorME(LOADED.join()));
  private static boolean begun;

  private Model() {}

  static synchronized void load() {
    if (!begun) {
      begun = true;
      Thread thread = new Thread(Model::read, "load-languages");
      thread.setDaemon(true);
      thread.start();
    }
  }

  private static void read() {
    try (InputStream in = Model.class.getResourceAsStream(FILE)) {
      LOADED.complete(new LanguageDetectorModel(in));
    } catch (IOException e) {
      LOADED.completeExceptionally(new UncheckedIOException(e));
    } catch (RuntimeException | LinkageError e) {
      LOADED.completeExceptionally(e);
    }
  }

  /** This thread's own. */
  static LanguageDetectorME detector() {
    return DETECTORS.get();
  }
}
