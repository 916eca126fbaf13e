package io.bellwether.analyzer.scorer.linear;

import java.util.Arrays;

/**
 * Splits a text into sentences of words, emoticons and signs in one pass. Code, quoted lines and
 * HTML comments are not what the author says, and silent; addresses and people are but marked.
 */
final class WordReader {
  /** Beyond this many characters a text has made its point; it also bounds the work. */
  private static final int LONGEST = 10_000;

  private static final int LONGEST_WORD = 60;
  private static final long ADDRESS = Hash.of("://");
  private static final long PERSON = Hash.of("@");
  private static final char VARIATION_SELECTOR = '\uFE0F';

  private final WordTable table;
  private final WordTable everyday;
  private final Words words = new Words();
  private char[] text = new char[1024];
  private int end;
  private int at;
  private int written;
  private boolean hasLowerCase;

  WordReader(WordTables tables) {
    table = tables.service();
    everyday = tables.everyday();
  }

  /** The words, until the next call. */
  Words read(String said) {
    end = Math.min(said.length(), LONGEST);
    if (text.length < end) {
      text = new char[end];
    }
    said.getChars(0, end, text, 0);
    words.clear(end + 1);
    at = 0;
    written = 0;
    hasLowerCase = false;
    boolean lineStarts = true;
    while (at < end) {
      char next = text[at];
      if (next == '\n') {
        at++;
        if (lineStarts) {
          words.endSentence(false);
        }
        lineStarts = true;
      } else if (Character.isWhitespace(next) || next < ' ' || next == VARIATION_SELECTOR) {
        at++;
      } else {
        if (lineStarts && next == '>') {
          skipTo('\n');
        } else {
          readOne(next);
        }
        lineStarts = false;
      }
    }
    words.endSentence(false);
    if (!hasLowerCase) {
      Arrays.fill(words.shouted, 0, words.count, false);
    }
    return words;
  }

  private void readOne(char next) {
    if (Character.isLetterOrDigit(next)) {
      readWord();
    } else if (next == '`') {
      skipCode();
    } else if (next == '<' && startsWith("<!--")) {
      skipPast("-->");
    } else if (next == '@' && at + 1 < end && Character.isLetterOrDigit(text[at + 1])) {
      at++;
      while (at < end && (Character.isLetterOrDigit(text[at]) || isNameMark(text[at]))) {
        at++;
      }
      addSign('@', PERSON);
    } else if (next == '.' || next == '!' || next == '?') {
      readMarks();
    } else {
      readSign();
    }
  }

  private void readWord() {
    int begin = at;
    int from = written;
    long hash = Hash.START;
    int capitals = 0;
    int small = 0;
    boolean longDrawn = false;
    while (at < end && (Character.isLetterOrDigit(text[at]) || isInnerApostrophe())) {
      char letter = text[at] == '’' ? '\'' : Character.toLowerCase(text[at]);
      capitals += letter != text[at] && letter != '\'' ? 1 : 0;
      small += Character.isLowerCase(text[at]) ? 1 : 0;
      letter = letter >= '0' && letter <= '9' ? '0' : letter;
      int length = written - from;
      boolean again = length > 0 && words.letters[written - 1] == letter;
      boolean third = again && length > 1 && words.letters[written - 2] == letter;
      longDrawn |= third && letter != '0';
      if (!third && !(again && letter == '0') && length < LONGEST_WORD) {
        words.letters[written++] = letter;
        hash = Hash.with(hash, letter);
      }
      at++;
    }
    hasLowerCase |= small > 0;
    if (at + 2 < end && startsWith("://")) {
      written = from;
      skipToSpace();
      addSign('/', ADDRESS);
      return;
    }
    words.readable = true;
    long finished = Hash.finished(hash);
    int entry = table.find(finished);
    int everydayEntry = everyday.find(finished);
    if (longDrawn) {
      long plain = withoutDoubles(from);
      entry = entry == WordTable.ABSENT ? table.find(plain) : entry;
      everydayEntry = everydayEntry == WordTable.ABSENT ? everyday.find(plain) : everydayEntry;
    }
    boolean shouted = capitals > 0 && small == 0 && at - begin > 2;
    words.add(finished, written, entry, everydayEntry, shouted);
  }

  // "sooo" was shortened to "soo", which no lexicon has.
  private long withoutDoubles(int from) {
    long hash = Hash.START;
    for (int i = from; i < written; i++) {
      if (i == from || words.letters[i] != words.letters[i - 1]) {
        hash = Hash.with(hash, words.letters[i]);
      }
    }
    return Hash.finished(hash);
  }

  private void readMarks() {
    int begin = at;
    boolean asks = false;
    int exclaims = 0;
    while (at < end && (text[at] == '.' || text[at] == '!' || text[at] == '?')) {
      asks |= text[at] == '?';
      exclaims += text[at] == '!' ? 1 : 0;
      at++;
    }
    boolean many = at - begin > 1;
    if (exclaims > 0 || asks || many) {
      char sign = asks ? '?' : exclaims > 0 ? '!' : '.';
      addSign(sign, Hash.with(Hash.with(Hash.START, sign), many ? sign : ' '));
    }
    if (at == end || Character.isWhitespace(text[at])) {
      words.exclamations += exclaims;
      words.endSentence(asks);
    }
  }

  private void readSign() {
    int emoticon = table.emoticonAt(text, at, end);
    int length = Math.max(emoticon, Character.charCount(Character.codePointAt(text, at, end)));
    long hash = Hash.START;
    for (int i = 0; i < length; i++) {
      hash = Hash.with(hash, Character.toLowerCase(text[at + i]));
    }
    char first = text[at];
    at += length;
    if (emoticon > 0 || first != ',') {
      addSign(first, hash);
    }
  }

  private void addSign(char sign, long hash) {
    long finished = Hash.finished(hash);
    words.letters[written++] = sign;
    int entry = table.find(finished);
    words.readable |= table.isEmoticon(entry);
    words.add(finished, written, entry, WordTable.ABSENT, false);
  }

  private boolean isInnerApostrophe() {
    return (text[at] == '\'' || text[at] == '’')
        && at + 1 < end
        && Character.isLetter(text[at + 1]);
  }

  private static boolean isNameMark(char mark) {
    return mark == '-' || mark == '_';
  }

  private void skipCode() {
    if (startsWith("```")) {
      at += 3;
      skipPast("```");
      return;
    }
    int close = at + 1;
    while (close < end && text[close] != '`' && text[close] != '\n') {
      close++;
    }
    at = close < end && text[close] == '`' ? close + 1 : at + 1;
  }

  private void skipPast(String mark) {
    while (at < end && !startsWith(mark)) {
      at++;
    }
    at = Math.min(end, at + mark.length());
  }

  private void skipTo(char mark) {
    while (at < end && text[at] != mark) {
      at++;
    }
  }

  private void skipToSpace() {
    while (at < end && !Character.isWhitespace(text[at])) {
      at++;
    }
  }

  private boolean startsWith(String mark) {
    if (end - at < mark.length()) {
      return false;
    }
    for (int i = 0; i < mark.length(); i++) {
      if (text[at + i] != mark.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
