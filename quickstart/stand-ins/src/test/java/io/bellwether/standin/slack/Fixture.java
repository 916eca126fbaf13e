package io.bellwether.standin.slack;

/** A stand-in with one app in one public channel, one person, and the clients that judge it. */
final class Fixture implements AutoCloseable {
  final SlackStandIn slack;
  final Workspace workspace;
  final App app;
  final User ana;
  final Channel channel;
  final SlackSdk sdk;
  final Http http;

  Fixture(Options options) {
    slack = SlackStandIn.start(options);
    workspace = slack.workspace();
    ana = workspace.person("ana");
    app = workspace.app("Bellwether", "ana");
    channel = workspace.createChannel("feedback", false);
    workspace.join(app, channel);
    sdk = new SlackSdk(slack);
    http = new Http(slack);
  }

  static Fixture unlimited() {
    return new Fixture(Options.defaults().withRateLimits(false).withPostingLimit(false));
  }

  Message say(String text) {
    return workspace.post(ana, channel, text);
  }

  @Override
  public void close() {
    try {
      sdk.close();
    } catch (Exception failed) {
      throw new IllegalStateException(failed);
    } finally {
      slack.close();
    }
  }
}
