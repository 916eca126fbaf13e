package io.bellwether.connect.http;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.BufferedSource;
import okio.ByteString;

/**
 * Reads each answer whole, unpacked and up to a length, and without our secrets. A packed answer
 * that would fill the memory is broken off at that length.
 */
final class WholeAnswers implements Interceptor {
  private final long longest;
  private final Secrets secrets;

  WholeAnswers(long longest, Secrets secrets) {
    this.longest = longest;
    this.secrets = secrets;
  }

  @Override
  public Response intercept(Chain chain) throws IOException {
    Response response = chain.proceed(chain.request());
    ResponseBody body = response.body();
    try (body) {
      BufferedSource source = body.source();
      if (source.request(longest + 1)) {
        throw new AnswerTooLongException(longest);
      }
      ByteString whole = secrets.hide(source.readByteString());
      return response.newBuilder().body(ResponseBody.create(whole, body.contentType())).build();
    }
  }
}
