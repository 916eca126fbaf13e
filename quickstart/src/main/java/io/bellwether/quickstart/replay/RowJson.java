package io.bellwether.quickstart.replay;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import io.bellwether.quickstart.rows.Header;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Writes rows of one file as JSON objects of strings, in the order of its columns. */
final class RowJson {
  private final SerializableString[] names;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final JsonGenerator json;

  RowJson(Header header) {
    this.names =
        header.names().stream().map(SerializedString::new).toArray(SerializableString[]::new);
    try {
      this.json = new JsonFactory().createGenerator(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("Memory can always be written to", e);
    }
    // One generator for all rows, each of which is taken out before the next.
    json.setRootValueSeparator(null);
  }

  byte[] bytes(List<String> values) {
    bytes.reset();
    try {
      json.writeStartObject();
      for (int i = 0; i < names.length; i++) {
        json.writeFieldName(names[i]);
        json.writeString(values.get(i));
      }
      json.writeEndObject();
      json.flush();
    } catch (IOException e) {
      throw new UncheckedIOException("Memory can always be written to", e);
    }
    return bytes.toByteArray();
  }
}
