package io.bellwether.quickstart.process;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/** Programs that the tests start as children. */
final class Programs {
  private Programs() {}

  /** Prints what it was given and ends with exit code 3. */
  static final class Failing {
    private Failing() {}

    public static void main(String[] arguments) {
      System.out.println("arguments " + List.of(arguments) + " and " + System.getenv("GIVEN"));
      System.exit(3);
    }
  }

  /** Runs until it is told to stop. */
  static final class Running {
    private Running() {}

    public static void main(String[] arguments) throws InterruptedException {
      Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println("stopped cleanly")));
      System.out.println("running");
      new CountDownLatch(1).await();
    }
  }

  /** How to start one of them; their jar is made in a folder. */
  static JavaCommand command(Class<?> program, Path folder) throws IOException {
    Path lib = Files.createDirectories(folder.resolve("lib"));
    String entry = program.getName().replace('.', '/') + ".class";
    try (JarOutputStream jar =
            new JarOutputStream(
                Files.newOutputStream(lib.resolve(program.getSimpleName() + ".jar")));
        InputStream code = program.getClassLoader().getResourceAsStream(entry)) {
      jar.putNextEntry(new JarEntry(entry));
      code.transferTo(jar);
    }
    return new JavaCommand(
        "child",
        List.of("-Xmx32m", "-XX:+UseSerialGC"),
        List.of(lib),
        program.getName(),
        List.of("a", "b c"),
        Map.of("GIVEN", "a secret"));
  }
}
