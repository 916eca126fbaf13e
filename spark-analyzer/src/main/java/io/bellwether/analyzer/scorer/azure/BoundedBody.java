package io.bellwether.analyzer.scorer.azure;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;

/** The bytes of an answer, up to so many: beyond, the answer is broken off and has failed. */
final class BoundedBody implements BodySubscriber<byte[]> {
  private final BodySubscriber<byte[]> all = BodySubscribers.ofByteArray();
  private final CompletableFuture<byte[]> body = new CompletableFuture<>();
  private final int most;
  private long received;
  private Subscription subscription;

  BoundedBody(int most) {
    this.most = most;
    all.getBody().thenAccept(body::complete);
  }

  @Override
  public CompletionStage<byte[]> getBody() {
    return body;
  }

  @Override
  public void onSubscribe(Subscription started) {
    subscription = started;
    all.onSubscribe(started);
  }

  @Override
  public void onNext(List<ByteBuffer> bytes) {
    received += bytes.stream().mapToLong(ByteBuffer::remaining).sum();
    if (received > most) {
      subscription.cancel();
      body.completeExceptionally(new IOException("the answer exceeds " + most + " bytes"));
    } else {
      all.onNext(bytes);
    }
  }

  @Override
  public void onError(Throwable failure) {
    body.completeExceptionally(failure);
  }

  @Override
  public void onComplete() {
    all.onComplete();
  }
}
