package io.bellwether.chaos.check;

import java.util.ArrayList;
import java.util.List;

/** What became of each promise in a run. */
public final class Verdict {
  private record Finding(boolean kept, String evidence) {}

  private final List<Finding> findings = new ArrayList<>();

  /** Two multisets were to be the same. */
  public Verdict add(Tally tally) {
    return add(tally.isExact(), tally.toString());
  }

  /** Something else was promised. */
  public Verdict add(boolean kept, String evidence) {
    findings.add(new Finding(kept, evidence));
    return this;
  }

  /** Whether nothing was violated. */
  public boolean isKept() {
    return findings.stream().allMatch(Finding::kept);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("VERDICT: ").append(isKept() ? "kept" : "VIOLATED");
    findings.forEach(
        finding ->
            text.append(finding.kept() ? "\n  ok        " : "\n  VIOLATED  ")
                .append(finding.evidence()));
    return text.toString();
  }
}
