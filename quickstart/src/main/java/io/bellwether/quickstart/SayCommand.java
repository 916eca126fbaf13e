package io.bellwether.quickstart;

import com.ullink.slack.simpleslackapi.SlackChannel;
import com.ullink.slack.simpleslackapi.SlackSession;
import com.ullink.slack.simpleslackapi.impl.SlackSessionFactory;
import com.ullink.slack.simpleslackapi.replies.SlackMessageReply;
import io.bellwether.quickstart.process.LaunchException;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code bellwether say CHANNEL TEXT}: posts a message as somebody in Slack would, through the
 * client library simpleslackapi and by an app of its own.
 */
@Command(
    name = "say",
    description = "Posts a message into a channel of the running demo, or of a real workspace.",
    mixinStandardHelpOptions = true)
final class SayCommand implements Callable<Integer> {
  private static final int OK = 0;

  @Mixin private StateOption state;
  @Spec private CommandSpec spec;

  @Option(
      names = "--to",
      paramLabel = "WHERE",
      defaultValue = "DEMO",
      description =
          "demo (default) or slack: a real workspace, with SLACK_BOT_TOKEN and SLACK_APP_TOKEN"
              + " from the environment. Use an app other than the one that reads the feedback.")
  private Workplace to;

  @Parameters(index = "0", paramLabel = "CHANNEL", description = "Such as '#feedback'.")
  private String channel;

  @Parameters(index = "1", paramLabel = "TEXT", description = "What to say.")
  private String text;

  @Override
  public Integer call() throws IOException {
    LauncherLog.quieten();
    SlackAccess access =
        switch (to) {
          case DEMO -> SlackAccess.toDemo(RunFile.read(state.folder()));
          case SLACK -> SlackAccess.toSlack(System.getenv());
        };
    say(access);
    spec.commandLine().getOut().println("Said in " + channel + ".");
    return OK;
  }

  private void say(SlackAccess access) throws IOException {
    SlackSession session =
        SlackSessionFactory.getSlackSessionBuilder(access.token(), access.appToken())
            .withBaseApiUrl(access.url())
            .withAutoreconnectOnDisconnection(false)
            .build();
    session.connect();
    try {
      SlackChannel target = session.findChannelByName(channel.replaceFirst("^#", ""));
      if (target == null) {
        throw new LaunchException(
            "There is no channel " + channel + ", or the app has not been invited to it.");
      }
      SlackMessageReply reply = session.sendMessage(target, escaped(text)).getReply();
      if (reply == null || !reply.isOk()) {
        throw new LaunchException(
            "Slack refused the message"
                + (reply == null ? "." : ": " + reply.getErrorMessage() + "."));
      }
    } finally {
      session.disconnect();
    }
  }

  /** The three characters that mean something in Slack's markup. */
  static String escaped(String plain) {
    return plain.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  enum Workplace {
    DEMO,
    SLACK
  }
}
