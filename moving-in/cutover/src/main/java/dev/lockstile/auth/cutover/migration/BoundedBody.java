package dev.lockstile.auth.cutover.migration;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicReference;

/** Reads the body of one response up to a size, and stops when it is told to. */
final class BoundedBody {

    private final int largest;
    private final AtomicReference<Flow.Subscription> reading = new AtomicReference<>();

    BoundedBody(int largest) {
        this.largest = largest;
    }

    /** The bytes, one more than the largest body when there is more; nothing of a body that is not wanted. */
    HttpResponse.BodySubscriber<byte[]> of(boolean wanted) {
        return new Reader(wanted ? largest + 1 : 0);
    }

    /** Reads no further: the connection ends. */
    void cancel() {
        Flow.Subscription subscription = reading.get();
        if (subscription != null) {
            subscription.cancel();
        }
    }

    private final class Reader implements HttpResponse.BodySubscriber<byte[]> {

        private final int most;
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final CompletableFuture<byte[]> body = new CompletableFuture<>();

        Reader(int most) {
            this.most = most;
        }

        @Override
        public CompletionStage<byte[]> getBody() {
            return body;
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            reading.set(subscription);
            if (most == 0) {
                end();
            } else {
                subscription.request(Long.MAX_VALUE);
            }
        }

        @Override
        public void onNext(List<ByteBuffer> buffers) {
            for (ByteBuffer buffer : buffers) {
                byte[] part = new byte[Math.min(buffer.remaining(), most - bytes.size())];
                buffer.get(part);
                bytes.writeBytes(part);
            }
            if (bytes.size() == most) {
                end();
            }
        }

        private void end() {
            body.complete(bytes.toByteArray());
            cancel();
        }

        @Override
        public void onError(Throwable failure) {
            body.completeExceptionally(failure);
        }

        @Override
        public void onComplete() {
            body.complete(bytes.toByteArray());
        }
    }
}
