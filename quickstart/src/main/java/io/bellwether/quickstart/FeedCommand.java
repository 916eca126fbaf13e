package io.bellwether.quickstart;

import io.bellwether.quickstart.feed.Feed;
import io.bellwether.quickstart.feed.PageVoice;
import io.bellwether.quickstart.feed.SlackVoice;
import io.bellwether.quickstart.feed.Voice;
import io.bellwether.quickstart.rows.CtrlC;
import io.bellwether.quickstart.rows.Meter;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bellwether feed FILE}: says the rows of a file, as people would. */
@Command(
    name = "feed",
    description = {
      "Posts the rows of a CSV file, plain or gzip, into a channel of the running demo, or on its X.",
      "It takes the way of the demo's page, as the person who types there: Slack's limit of one post"
          + " a second holds for apps, not for people."
    },
    footer = "Rows that are bad or have nothing to say are reported by line and counted.",
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:the file's end or the limit was reached",
      "1:it could not go on; what was posted is counted",
      "2:a mistake on the command line",
      "130:stopped by Ctrl-C; what was posted is counted"
    },
    mixinStandardHelpOptions = true)
final class FeedCommand implements Callable<Integer> {
  private static final int OK = 0;
  private static final double APP_RATE = 1;

  @Mixin private StateOption state;
  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "FILE", description = "CSV whose first row names columns.")
  private Path file;

  @Option(
      names = "--column",
      paramLabel = "NAME",
      defaultValue = "text",
      description = "The column to say (default: ${DEFAULT-VALUE}).")
  private String column;

  @Option(
      names = "--rate",
      paramLabel = "N",
      defaultValue = "50",
      description = "Posts a second (default: ${DEFAULT-VALUE}).")
  private double rate;

  @Option(names = "--limit", paramLabel = "N", description = "Stop after so many posts.")
  private long limit = Long.MAX_VALUE;

  @Option(
      names = "--channel",
      paramLabel = "CHANNEL",
      defaultValue = "#feedback",
      description = "Where (default: ${DEFAULT-VALUE}).")
  private String channel;

  @Option(
      names = "--to",
      paramLabel = "WHERE",
      defaultValue = "DEMO",
      description =
          "demo (default); x: the stand-in for X of a demo that runs --with x, posting to the real X"
              + " is not offered; or slack: a real workspace, as the app of SLACK_BOT_TOKEN in the"
              + " environment, therefore at most once a second. The source has to read bots"
              + " (bots=include), and this has to be another app than the source's.")
  private Place to;

  enum Place {
    DEMO,
    X,
    SLACK
  }

  @Override
  public Integer call() throws InterruptedException {
    if (!(rate > 0) || limit < 0) {
      throw new ParameterException(
          spec.commandLine(), "--rate has to be more than 0, --limit 0 or more");
    }
    LauncherLog.quieten();
    PrintWriter err = spec.commandLine().getErr();
    PrintWriter out = spec.commandLine().getOut();
    Voice voice = voice();
    double pace = to == Place.SLACK ? Math.min(rate, APP_RATE) : rate;
    try (CtrlC time = CtrlC.heeded()) {
      long rows = Math.min(limit, Feed.count(file));
      Meter meter = Meter.of("feed", rows, Meter.Unit.ROWS, err, time);
      Feed feed = new Feed(new Feed.Plan(file, column, pace, limit), voice, meter, time);
      try (meter) {
        feed.run();
      } finally {
        out.println(feed.counts());
        out.flush();
      }
    }
    return OK;
  }

  private Voice voice() throws InterruptedException {
    return switch (to) {
      case DEMO -> PageVoice.inChannel(RunFile.read(state.folder()).page(), channel);
      case X -> PageVoice.onX(RunFile.read(state.folder()).page());
      case SLACK -> {
        SlackAccess access = SlackAccess.toPost(System.getenv());
        SlackVoice app = new SlackVoice(URI.create(access.url()), access.token(), channel);
        yield text -> app.say(SayCommand.escaped(text));
      }
    };
  }
}
