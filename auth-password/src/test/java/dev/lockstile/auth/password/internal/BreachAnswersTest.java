package dev.lockstile.auth.password.internal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.secret.Secret;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import org.junit.jupiter.api.Test;

/** How the answer of a breach source is read: whatever a listed ending has beside it, it is listed. */
class BreachAnswersTest {

    private static final int MEBIBYTE = 1 << 20;

    private final BreachRange range = BreachRange.of(Secret.of("wharf lantern biscuit"));
    private final BoundedText body = new BoundedText();
    private long requested;
    private int cancelled;
    private final Flow.Subscription subscription = new Flow.Subscription() {
        @Override
        public void request(long parts) {
            requested += parts;
        }

        @Override
        public void cancel() {
            cancelled++;
        }
    };

    private long count(String beside) {
        return range.count("A:1\r\n" + ending() + ":" + beside + "\r\nF:2");
    }

    private String ending() {
        Secret password = Secret.of("wharf lantern biscuit");
        return HexFormat.of()
                .withUpperCase()
                .formatHex(Digests.hash("SHA-1", password.utf8()))
                .substring(5);
    }

    @Test
    void the_count_is_the_number_beside_the_ending() {
        assertThat(count("42")).isEqualTo(42);
        assertThat(count(" 90 ")).isEqualTo(90);
        assertThat(count("0")).isZero();
        assertThat(count("9".repeat(18))).isEqualTo(999_999_999_999_999_999L);
        assertThat(range.count("A:1\r\n" + ending() + "0:7")).isZero();
        assertThat(range.count("")).isZero();
    }

    @Test
    void an_odd_count_is_one_at_least() {
        for (String odd : List.of("", "x", "-1", "1/", "1:", "/", ":", "9".repeat(19), "1.5")) {
            assertThat(count(odd)).as(odd).isEqualTo(1);
        }
    }

    private CompletableFuture<String> reading(boolean wanted, int... parts) {
        HttpResponse.BodySubscriber<String> reader = body.of(wanted);
        reader.onSubscribe(subscription);
        for (int part : parts) {
            byte[] bytes = new byte[part];
            Arrays.fill(bytes, (byte) 'A');
            reader.onNext(List.of(ByteBuffer.wrap(bytes)));
        }
        reader.onComplete();
        return reader.getBody().toCompletableFuture();
    }

    @Test
    void an_answer_of_a_mebibyte_is_read_and_a_larger_one_ends_the_connection() {
        assertThat(reading(true, 5, 7)).isCompletedWithValue("A".repeat(12));
        assertThat(requested).isEqualTo(Long.MAX_VALUE);
        assertThat(reading(true, MEBIBYTE - 1, 1).join()).hasSize(MEBIBYTE);
        assertThat(cancelled).isZero();
        assertThat(reading(true, MEBIBYTE, 1))
                .isCompletedExceptionally()
                .failsWithin(Duration.ZERO)
                .withThrowableOfType(ExecutionException.class)
                .withCauseInstanceOf(IOException.class);
        assertThat(cancelled).isEqualTo(1);
    }

    @Test
    void no_more_is_kept_than_shows_that_it_is_too_large() {
        HttpResponse.BodySubscriber<String> reader = body.of(true);
        reader.onSubscribe(subscription);
        ByteBuffer first = ByteBuffer.allocate(MEBIBYTE - 5);
        ByteBuffer second = ByteBuffer.allocate(MEBIBYTE);
        reader.onNext(List.of(first, second));
        assertThat(first.remaining()).isZero();
        assertThat(second.position()).isEqualTo(6);
        assertThat(reader.getBody().toCompletableFuture()).isCompletedExceptionally();
    }

    @Test
    void nothing_is_read_of_an_answer_that_is_not_wanted() {
        assertThat(reading(false)).isCompletedWithValue("");
        assertThat(requested).isZero();
        assertThat(cancelled).isEqualTo(1);
    }

    @Test
    void a_connection_that_breaks_is_no_answer() {
        HttpResponse.BodySubscriber<String> reader = body.of(true);
        reader.onSubscribe(subscription);
        reader.onNext(List.of(ByteBuffer.wrap("A".getBytes(StandardCharsets.US_ASCII))));
        reader.onError(new IOException("broken"));
        assertThat(reader.getBody().toCompletableFuture()).isCompletedExceptionally();
    }

    @Test
    void who_gives_up_ends_the_connection_where_there_is_one() {
        body.cancel();
        body.of(true).onSubscribe(subscription);
        body.cancel();
        assertThat(cancelled).isEqualTo(1);
    }
}
