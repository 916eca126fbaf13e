package io.bellwether.connect.slack.source.api;

import com.slack.api.methods.request.conversations.ConversationsHistoryRequest;
import com.slack.api.model.Message;
import io.bellwether.connect.remote.Outcome;
import io.bellwether.connect.slack.SlackApi;
import io.bellwether.connect.slack.SlackTs;
import io.bellwether.connect.slack.source.mapping.FeedbackMapper;
import io.bellwether.connect.slack.source.mapping.Said;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads pages of {@code conversations.history} and maps them. Blocks; not for the task's thread.
 */
public final class HistoryReader {
  private static final Logger LOG = LoggerFactory.getLogger(HistoryReader.class);

  private final SlackApi api;
  private final FeedbackMapper mapper;
  private final int pageSize;

  public HistoryReader(SlackApi api, FeedbackMapper mapper, int pageSize) {
    this.api = api;
    this.mapper = mapper;
    this.pageSize = pageSize;
  }

  /** Reads one page. */
  public Outcome<HistoryPage> read(HistoryQuery query) {
    ConversationsHistoryRequest request =
        ConversationsHistoryRequest.builder()
            .channel(query.channelId())
            .oldest(query.oldest())
            .latest(query.latest())
            .inclusive(true)
            .limit(pageSize)
            .cursor(query.cursor().isEmpty() ? null : query.cursor())
            .includeAllMetadata(true)
            .build();
    return api.history(request)
        .map(
            answer ->
                new HistoryPage(
                    said(query.channelId(), answer.getMessages()),
                    answer.isHasMore() ? SlackApi.nextCursor(answer.getResponseMetadata()) : ""));
  }

  private List<Said> said(String channelId, List<Message> messages) {
    List<Said> said = new ArrayList<>();
    for (Message message : messages == null ? List.<Message>of() : messages) {
      if (SlackTs.isValid(message.getTs())) {
        said.add(mapper.map(Messages.read(channelId, message)));
      } else {
        LOG.warn("A message of channel {} without a timestamp is left out", channelId);
      }
    }
    return said;
  }
}
