package io.bellwether.quickstart.submission;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which values are never shown: those of keys that the connector defines as passwords, and those of
 * keys that sound like it, such as the ones of converters and clients.
 */
final class SecretKeys {
  private static final Pattern SOUNDS_SECRET =
      Pattern.compile(
          "(?i).*(token|secret|passw|passphrase|credential|jaas|auth|private|signature|user\\.info"
              + "|api.?key|access.?key|connection.?string).*|(?i).*[._-]key");

  private final Set<String> passwords = new HashSet<>();

  /** Of the answer to a validation; the definitions of an unknown connector are empty. */
  SecretKeys(JsonNode validation) {
    for (JsonNode each : validation.path("configs")) {
      if (each.path("definition").path("type").asText().equals("PASSWORD")) {
        passwords.add(each.path("definition").path("name").asText());
      }
    }
  }

  boolean contains(String key) {
    return passwords.contains(key) || SOUNDS_SECRET.matcher(key).matches();
  }
}
