package io.bellwether.connect.slack.sink.api;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.SectionBlock;
import com.slack.api.model.block.composition.MarkdownTextObject;
import java.util.List;

/** Block Kit, docs.slack.dev/reference/block-kit/blocks. */
final class Blocks {
  private Blocks() {}

  /** A section for each text, which is at most 3,000 characters of mrkdwn. */
  static List<LayoutBlock> sections(List<String> texts) {
    return texts.stream().map(Blocks::section).toList();
  }

  private static LayoutBlock section(String text) {
    // Verbatim: names of channels and people in it do not become links.
    return SectionBlock.builder()
        .text(MarkdownTextObject.builder().text(text).verbatim(true).build())
        .build();
  }
}
