package io.bellwether.quickstart.operate;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * What the sources say to an operator: messages logged as warnings and errors, and those of
 * exceptions and refusals that a task's trace or a dead letter shows. What is only known when the
 * program runs is an ellipsis.
 */
final class ToldMessages {
  static final String UNKNOWN = "…";

  private static final Set<String> LEVELS = Set.of("LOG.warn", "LOG.error");

  /** Classes whose instances end in a trace or a header, and which argument the message is. */
  private static final Map<String, Integer> TOLD =
      Map.of("ConnectException", 0, "Reject", 2, "Fatal", 1, "DeadLetter", 1, "Unpostable", 1);

  private ToldMessages() {}

  /** Those of all main sources of these modules. */
  static Set<String> of(Path repository, List<String> modules) throws IOException {
    Set<String> messages = new TreeSet<>();
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      for (String module : modules) {
        try (Stream<Path> all = Files.walk(repository.resolve(module).resolve("src/main/java"))) {
          List<Path> sources = all.filter(path -> path.toString().endsWith(".java")).toList();
          JavacTask task =
              (JavacTask)
                  compiler.getTask(
                      null, files, null, null, null, files.getJavaFileObjectsFromPaths(sources));
          for (CompilationUnitTree unit : task.parse()) {
            new Scanner(messages).scan(unit, null);
          }
        }
      }
    }
    return messages;
  }

  private static final class Scanner extends TreeScanner<Void, Void> {
    private final Set<String> messages;

    Scanner(Set<String> messages) {
      this.messages = messages;
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree call, Void unused) {
      if (LEVELS.contains(call.getMethodSelect().toString())) {
        add(call.getArguments(), 0);
      }
      return super.visitMethodInvocation(call, null);
    }

    @Override
    public Void visitNewClass(NewClassTree made, Void unused) {
      String type = made.getIdentifier().toString().replaceAll("<.*", "");
      Integer place = TOLD.get(type.substring(type.lastIndexOf('.') + 1));
      if (place != null) {
        add(made.getArguments(), place);
      }
      return super.visitNewClass(made, null);
    }

    private void add(List<? extends ExpressionTree> arguments, int place) {
      Optional.of(arguments)
          .filter(all -> all.size() > place)
          .map(all -> shown(all.get(place)))
          .filter(text -> text.chars().filter(Character::isLetter).count() > 3)
          .ifPresent(messages::add);
    }

    private static String shown(Tree tree) {
      String text = text(tree);
      return text.replace("{}", UNKNOWN)
          .replaceAll(UNKNOWN + "(\\s*" + UNKNOWN + ")+", UNKNOWN)
          .strip();
    }

    private static String text(Tree tree) {
      if (tree instanceof LiteralTree literal) {
        return String.valueOf(literal.getValue());
      } else if (tree instanceof BinaryTree sum && tree.getKind() == Tree.Kind.PLUS) {
        return text(sum.getLeftOperand()) + text(sum.getRightOperand());
      } else if (tree instanceof ParenthesizedTree inner) {
        return text(inner.getExpression());
      } else if (tree instanceof MethodInvocationTree call
          && call.getMethodSelect() instanceof MemberSelectTree member
          && member.getIdentifier().contentEquals("formatted")) {
        return text(member.getExpression()).replaceAll("%[a-z]", UNKNOWN);
      }
      return UNKNOWN;
    }
  }
}
