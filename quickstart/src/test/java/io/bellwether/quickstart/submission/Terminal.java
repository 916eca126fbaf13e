package io.bellwether.quickstart.submission;

import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;

/** Runs commands as a person would, and keeps what they print. */
public final class Terminal {
  private final CommandLine commands;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  public Terminal(CommandLine commands) {
    this.commands = commands.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
  }

  /** Runs a command and gives its exit code. */
  public int run(String... arguments) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    return commands.execute(arguments);
  }

  /** What the last command said. */
  public String out() {
    commands.getOut().flush();
    return out.toString();
  }

  /** What the last command complained of. */
  public String err() {
    commands.getErr().flush();
    return err.toString();
  }
}
