package dev.lockstile.auth.password.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicReference;

/** Reads the text of one answer of a breach source up to a size, and stops when it is told to. */
public final class BoundedText {

    /** The largest true answers have some forty kilobytes, padded. */
    private static final int LARGEST = 1 << 20;

    private final AtomicReference<Flow.Subscription> reading = new AtomicReference<>();

    /** The text; an {@link IOException} when it is too large, and nothing of an answer that is not wanted. */
    public HttpResponse.BodySubscriber<String> of(boolean wanted) {
        return new Reader(wanted);
    }

    /** Reads no further: the connection ends. */
    public void cancel() {
        Flow.Subscription subscription = reading.get();
        if (subscription != null) {
            subscription.cancel();
        }
    }

    private final class Reader implements HttpResponse.BodySubscriber<String> {

        private final boolean wanted;
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final CompletableFuture<String> text = new CompletableFuture<>();

        Reader(boolean wanted) {
            this.wanted = wanted;
        }

        @Override
        public CompletionStage<String> getBody() {
            return text;
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            reading.set(subscription);
            if (wanted) {
                subscription.request(Long.MAX_VALUE);
            } else {
                text.complete("");
                subscription.cancel();
            }
        }

        @Override
        public void onNext(List<ByteBuffer> buffers) {
            for (ByteBuffer buffer : buffers) {
                byte[] part = new byte[Math.min(buffer.remaining(), LARGEST + 1 - bytes.size())];
                buffer.get(part);
                bytes.writeBytes(part);
            }
            if (bytes.size() > LARGEST) {
                text.completeExceptionally(new IOException("the breach source's answer is too large"));
                cancel();
            }
        }

        @Override
        public void onError(Throwable failure) {
            text.completeExceptionally(failure);
        }

        @Override
        public void onComplete() {
            text.complete(bytes.toString(StandardCharsets.US_ASCII));
        }
    }
}
