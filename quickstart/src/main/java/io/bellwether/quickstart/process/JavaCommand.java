package io.bellwether.quickstart.process;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How to start one child JVM.
 *
 * @param name what it is called in output, logs and process files
 * @param jvmArguments heap limits and the like
 * @param classPath folders whose jars make up the class path, in this order
 * @param mainClass a stock main class
 * @param arguments its arguments; never a secret, because every user of the machine can read them
 * @param environment variables to add to the launcher's own; the place for secrets
 */
public record JavaCommand(
    String name,
    List<String> jvmArguments,
    List<Path> classPath,
    String mainClass,
    List<String> arguments,
    Map<String, String> environment) {

  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();

  public JavaCommand {
    jvmArguments = List.copyOf(jvmArguments);
    classPath = List.copyOf(classPath);
    arguments = List.copyOf(arguments);
    environment = Map.copyOf(environment);
  }

  /**
   * The command line of a child that belongs to this state folder. It runs under a shell that
   * ignores the terminal's Ctrl-C before it becomes the JVM: the launcher alone decides in which
   * order its children stop.
   */
  List<String> line(StateFolder state) {
    List<String> line = new ArrayList<>(List.of("/bin/sh", "-c", "trap '' INT HUP; exec \"$@\""));
    line.add("bellwether");
    line.add(JAVA);
    line.add(state.mark(name));
    line.addAll(jvmArguments);
    line.add("-cp");
    line.add(
        String.join(
            File.pathSeparator,
            classPath.stream().map(path -> path.resolve("*")).map(Path::toString).toList()));
    line.add(mainClass);
    line.addAll(arguments);
    return List.copyOf(line);
  }

  /** Without the environment, whose values may be secrets. */
  @Override
  public String toString() {
    return name + ": " + mainClass + " " + arguments;
  }
}
