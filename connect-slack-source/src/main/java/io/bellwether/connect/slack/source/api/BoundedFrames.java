package io.bellwether.connect.slack.source.api;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.SocketFactory;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;

/**
 * A bound on what a WebSocket may send before a message is complete, which OkHttp has none for: it
 * would collect a frame without end until the memory is full. Bytes are counted where they come in,
 * and since a packed message would be longer than its bytes, packing is not offered.
 */
final class BoundedFrames extends SocketFactory {
  /** Slack's longest message, with all its blocks, is a tenth of this. */
  private static final long LONGEST = 4 << 20;

  private final AtomicLong received = new AtomicLong();

  /** Makes the client read by this. */
  OkHttpClient.Builder bind(OkHttpClient.Builder client) {
    return client.socketFactory(this).addInterceptor(BoundedFrames::withoutPacking);
  }

  private static Response withoutPacking(Interceptor.Chain chain) throws IOException {
    return chain.proceed(
        chain.request().newBuilder().removeHeader("Sec-WebSocket-Extensions").build());
  }

  /** A message is complete: the next one begins. */
  void complete() {
    received.set(0);
  }

  private void count(int bytes) throws IOException {
    if (bytes > 0 && received.addAndGet(bytes) > LONGEST) {
      throw new IOException("A frame is longer than " + LONGEST + " bytes");
    }
  }

  @Override
  public Socket createSocket() {
    received.set(0);
    return new Socket() {
      @Override
      public InputStream getInputStream() throws IOException {
        return new Counted(super.getInputStream());
      }
    };
  }

  private final class Counted extends FilterInputStream {
    Counted(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      count(read < 0 ? 0 : 1);
      return read;
    }

    @Override
    public int read(byte[] to, int from, int length) throws IOException {
      int read = super.read(to, from, length);
      count(read);
      return read;
    }
  }

  @Override
  public Socket createSocket(String host, int port) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Socket createSocket(InetAddress host, int port) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort) {
    throw new UnsupportedOperationException();
  }
}
