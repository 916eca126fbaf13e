package io.bellwether.connect.slack;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
import com.slack.api.methods.request.chat.ChatPostMessageRequest;
import com.slack.api.methods.response.chat.ChatPostMessageResponse;
import com.slack.api.methods.response.conversations.ConversationsHistoryResponse;
import com.slack.api.model.Conversation;
import com.slack.api.model.ConversationType;
import com.slack.api.model.ResponseMetadata;
import com.slack.api.model.User;
import com.slack.api.util.http.SlackHttpClient;
import com.slack.api.util.json.GsonFactory;
import io.bellwether.connect.http.Origins;
import io.bellwether.connect.http.Secrets;
import io.bellwether.connect.log.RequestId;
import io.bellwether.connect.metrics.CallMeters;
import io.bellwether.connect.remote.Outcome;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.apache.kafka.common.config.types.Password;

/**
 * The calls of Slack's Web API that the plugins make, each answered with an {@link Outcome}. Calls
 * block until Slack answers or the time-out ends; {@link #close()} cancels those under way.
 */
public final class SlackApi implements AutoCloseable {
  private static final int CHANNELS_A_PAGE = 999;

  /** A page of 999 messages, each as long as Slack takes them, is shorter. */
  private static final long LONGEST_ANSWER = 64 << 20;

  private final HttpUrl base;
  private final OkHttpClient http;
  private final Slack slack;
  private final Password token;
  private final Gson gson;
  private final MethodsClient methods;
  private final SlackAnswers answers;
  private final CallMeters calls;

  /** Of the last answer to the thread, which waits for each of its calls. */
  private final ThreadLocal<Optional<String>> requestId = ThreadLocal.withInitial(Optional::empty);

  /**
   * @param baseUrl such as {@code https://slack.com/api/}
   * @param token a bot, user or app-level token
   * @param tokenKey the configuration key that the token came from, for error messages
   * @param timeout for one call as a whole
   */
  public SlackApi(String baseUrl, Password token, String tokenKey, Duration timeout) {
    this(baseUrl, token, tokenKey, timeout, CallMeters.unpublished());
  }

  /**
   * The same with its calls counted.
   *
   * @param calls may be shared by several
   */
  public SlackApi(
      String baseUrl, Password token, String tokenKey, Duration timeout, CallMeters calls) {
    base = Origins.base(baseUrl);
    SlackConfig config = new SlackConfig();
    config.setMethodsEndpointUrlPrefix(base.toString());
    // The client's own statistics would ask auth.test for every token and keep a thread.
    config.setStatsEnabled(false);
    config.setHttpClientResponseHandlers(new ArrayList<>());
    config.setHttpClientCallTimeoutMillis(Math.toIntExact(timeout.toMillis()));
    http =
        Origins.stay(
                SlackHttpClient.buildOkHttpClient(config)
                    .newBuilder()
                    .addInterceptor(this::noteRequestId),
                LONGEST_ANSWER,
                new Secrets(List.of(token.value())))
            .build();
    SlackHttpClient client = new SlackHttpClient(http);
    client.setConfig(config);
    slack = Slack.getInstance(config, client);
    methods = slack.methods(token.value());
    gson = GsonFactory.createSnakeCase(config);
    this.token = token;
    this.calls = calls;
    answers = new SlackAnswers(tokenKey, calls);
  }

  /** Who the token belongs to: {@code auth.test}. */
  public Outcome<SlackIdentity> identity() {
    return call(
        () -> methods.authTest(request -> request),
        answer ->
            new SlackIdentity(
                answer.getTeamId(), answer.getUrl(), answer.getUserId(), answer.getBotId()));
  }

  /** All public and private channels that the app can see: {@code conversations.list}. */
  public Outcome<List<SlackChannel>> channels() {
    return new SlackChannels(this, SlackChannels.CHANNELS).read();
  }

  /**
   * One page of the conversations that the app can see: {@code conversations.list}.
   *
   * @param types as documented for the method
   * @param cursor of the page; empty for the first
   * @param found takes them
   * @return the cursor of the next page; empty after the last
   */
  Outcome<String> channels(List<ConversationType> types, String cursor, List<SlackChannel> found) {
    return call(
        () ->
            methods.conversationsList(
                request ->
                    request
                        .types(types)
                        .excludeArchived(true)
                        .limit(CHANNELS_A_PAGE)
                        .cursor(cursor)),
        answer -> {
          answer.getChannels().stream().map(SlackApi::channel).forEach(found::add);
          return nextCursor(answer.getResponseMetadata());
        });
  }

  private static SlackChannel channel(Conversation one) {
    boolean isDirect = one.isIm() || one.isMpim();
    return new SlackChannel(
        one.getId(),
        one.getName(),
        one.isMember() || isDirect,
        !one.isPrivate() && !isDirect,
        isDirect);
  }

  /** Joins a public channel: {@code conversations.join}. */
  public Outcome<String> join(String channelId) {
    return call(
        () -> methods.conversationsJoin(request -> request.channel(channelId)),
        answer -> answer.getChannel().getId());
  }

  /** Makes a channel, of which the app is the first member: {@code conversations.create}. */
  public Outcome<SlackChannel> createChannel(String name, boolean isPrivate) {
    return call(
        () -> methods.conversationsCreate(request -> request.name(name).isPrivate(isPrivate)),
        answer ->
            new SlackChannel(answer.getChannel().getId(), answer.getChannel().getName(), true));
  }

  /**
   * One page of a channel's messages, newest first: {@code conversations.history}. The messages
   * stay JSON: of the SDK's model of them, one block of an unknown form would make a page
   * unreadable for ever.
   *
   * @param arguments as documented for the method
   */
  public Outcome<JsonObject> history(Map<String, String> arguments) {
    return messages("conversations.history", arguments);
  }

  /**
   * One page of a thread, its parent first and then the replies, oldest first: {@code
   * conversations.replies}. As JSON, for the reason given at {@link #history}.
   *
   * @param arguments as documented for the method
   */
  public Outcome<JsonObject> replies(Map<String, String> arguments) {
    return messages("conversations.replies", arguments);
  }

  private Outcome<JsonObject> messages(String method, Map<String, String> arguments) {
    FormBody.Builder form = new FormBody.Builder();
    arguments.forEach(form::add);
    Request request =
        new Request.Builder()
            .url(slack.getConfig().getMethodsEndpointUrlPrefix() + method)
            .header("Authorization", "Bearer " + token.value())
            .post(form.build())
            .build();
    AtomicReference<JsonObject> page = new AtomicReference<>();
    return call(
        () -> {
          try (Response response = http.newCall(request).execute()) {
            String body = response.body().string();
            if (!response.isSuccessful()) {
              throw new SlackApiException(response, body);
            }
            page.set(JsonParser.parseString(body).getAsJsonObject());
            return gson.fromJson(withoutMessages(page.get()), ConversationsHistoryResponse.class);
          }
        },
        answer -> page.get());
  }

  /** A person or a bot user: {@code users.info}. */
  public Outcome<SlackUser> user(String id) {
    return call(
        () -> methods.usersInfo(request -> request.user(id)),
        answer -> new SlackUser(displayName(answer.getUser()), answer.getUser().isBot()));
  }

  /** Posts a message: {@code chat.postMessage}. */
  public Outcome<ChatPostMessageResponse> post(ChatPostMessageRequest request) {
    return call(() -> methods.chatPostMessage(request), answer -> answer);
  }

  /**
   * Asks for the URL of a Socket Mode connection: {@code apps.connections.open}. One that leads
   * elsewhere than to Slack is refused.
   */
  public Outcome<String> openConnection() {
    return call(
            () -> methods.appsConnectionsOpen(request -> request),
            answer -> String.valueOf(answer.getUrl()))
        .then(url -> SocketOrigin.check(base, url));
  }

  @Override
  public void close() {
    http.dispatcher().cancelAll();
    http.dispatcher().executorService().shutdown();
    http.connectionPool().evictAll();
  }

  /** The cursor of the next page; empty after the last. */
  public static String nextCursor(ResponseMetadata metadata) {
    return metadata == null || metadata.getNextCursor() == null ? "" : metadata.getNextCursor();
  }

  private interface Call<R> {
    R run() throws IOException, SlackApiException;
  }

  private Response noteRequestId(Interceptor.Chain chain) throws IOException {
    Response answer = chain.proceed(chain.request());
    requestId.set(RequestId.of(answer::header));
    return answer;
  }

  private <R extends SlackApiTextResponse, T> Outcome<T> call(Call<R> call, Function<R, T> read) {
    requestId.remove();
    return answer(call, read).noting(requestId.get());
  }

  private <R extends SlackApiTextResponse, T> Outcome<T> answer(Call<R> call, Function<R, T> read) {
    calls.started();
    try {
      return answers.answered(call.run()).map(read);
    } catch (SlackApiException e) {
      return answers.failed(e);
    } catch (IOException e) {
      return answers.broken(e);
    } catch (RuntimeException e) {
      // A cut or foreign body, or an answer without what it must have.
      return answers.unreadable(e);
    }
  }

  private static JsonObject withoutMessages(JsonObject page) {
    JsonObject head = page.deepCopy();
    head.remove("messages");
    return head;
  }

  private static String displayName(User user) {
    User.Profile profile = user.getProfile();
    if (profile != null
        && profile.getDisplayName() != null
        && !profile.getDisplayName().isBlank()) {
      return profile.getDisplayName();
    }
    return user.getRealName() == null || user.getRealName().isBlank()
        ? user.getName()
        : user.getRealName();
  }
}
