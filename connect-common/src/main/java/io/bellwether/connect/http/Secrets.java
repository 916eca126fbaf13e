package io.bellwether.connect.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import okio.ByteString;

/**
 * The secrets that a service is called with, as it may echo them: "invalid key 1234" is a usual
 * error. They are blotted out of each answer before anybody reads it, so that none reaches a log,
 * an exception or a record that way. Safe for several threads.
 */
public final class Secrets {
  /** A shorter one is part of other words too, and guessed anyway. */
  private static final int SHORTEST = 8;

  private static final String BLOT = "[secret]";

  private final Set<String> forms = ConcurrentHashMap.newKeySet();

  public Secrets(Collection<String> secrets) {
    secrets.forEach(this::add);
  }

  /** One more, in clear or as a URL has it. */
  public void add(String secret) {
    if (secret.length() >= SHORTEST) {
      forms.add(secret);
      forms.add(URLEncoder.encode(secret, StandardCharsets.UTF_8));
    }
  }

  /** One that is none any more. */
  public void remove(String secret) {
    forms.remove(secret);
    forms.remove(URLEncoder.encode(secret, StandardCharsets.UTF_8));
  }

  ByteString hide(ByteString body) {
    return forms.stream().map(ByteString::encodeUtf8).anyMatch(form -> body.indexOf(form) >= 0)
        ? ByteString.encodeUtf8(hide(body.utf8()))
        : body;
  }

  /** A text without them. */
  public String hide(String text) {
    String hidden = text;
    for (String form : forms) {
      hidden = hidden.replace(form, BLOT);
    }
    return hidden;
  }

  /** None of them. */
  @Override
  public String toString() {
    return forms.size() + " forms of secrets";
  }
}
