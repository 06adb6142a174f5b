package dev.lockstile.auth.internal.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SendTimeoutsTest {

    private static final Duration SOON = Duration.ofMillis(50);

    private final SendTimeouts hasty = new SendTimeouts(SOON);
    private final SendTimeouts patient = new SendTimeouts(Duration.ofSeconds(30));
    private final CountDownLatch never = new CountDownLatch(1);

    @AfterEach
    void letGo() {
        never.countDown();
        hasty.close();
        patient.close();
    }

    @Test
    void a_send_that_returns_is_a_success() {
        assertThatCode(() -> patient.run(() -> null)).doesNotThrowAnyException();
    }

    @Test
    void a_send_that_hangs_is_interrupted_and_may_be_tried_again() throws InterruptedException {
        CountDownLatch interrupted = new CountDownLatch(1);

        FailedSend failure = failure(hasty, () -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                interrupted.countDown();
            }
        });

        assertThat(failure.retryable()).isTrue();
        assertThat(failure.reason()).isEqualTo("no answer within 50 ms");
        assertThat(interrupted.await(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void sends_that_never_return_do_not_pile_up() {
        for (int i = 0; i < 16; i++) {
            assertThat(failure(hasty, this::hangForGood).reason()).startsWith("no answer");
        }

        FailedSend refused = failure(hasty, this::hangForGood);

        assertThat(refused.reason()).isEqualTo("too many earlier sends have not returned");
        assertThat(refused.retryable()).isTrue();
    }

    @Test
    void a_failure_that_the_sender_tells_is_told_as_it_is() {
        FailedSend told = FailedSend.permanent("no such number");
        FailedSend failure = catchThrowableOfType(
                FailedSend.class,
                () -> patient.run(() -> {
                    throw told;
                }));
        assertThat(failure).isSameAs(told);
    }

    @Test
    void a_send_that_goes_on_lets_the_process_end() throws FailedSend {
        AtomicReference<Boolean> daemon = new AtomicReference<>();
        patient.run(() -> {
            daemon.set(Thread.currentThread().isDaemon());
            return null;
        });
        assertThat(daemon).hasValue(true);
    }

    @Test
    void an_exception_nobody_foresaw_is_told_without_its_message() {
        FailedSend failure = failure(patient, () -> {
            throw new IllegalStateException("code 482913 to +525512345678");
        });

        assertThat(failure.retryable()).isTrue();
        assertThat(failure.reason())
                .startsWith("the sender failed with java.lang.IllegalStateException at "
                        + getClass().getName())
                .doesNotContain("482913", "5512345678");
    }

    @Test
    void a_missing_class_in_a_provider_is_a_failed_try() {
        FailedSend failure = failure(patient, () -> {
            throw new NoClassDefFoundError("x");
        });

        assertThat(failure.reason()).contains("java.lang.NoClassDefFoundError");
    }

    @Test
    void an_interrupted_caller_stays_interrupted() throws InterruptedException {
        AtomicReference<FailedSend> failure = new AtomicReference<>();
        AtomicReference<Boolean> flag = new AtomicReference<>();
        Thread caller = new Thread(() -> {
            Thread.currentThread().interrupt();
            failure.set(failure(patient, this::hangForGood));
            flag.set(Thread.currentThread().isInterrupted());
        });
        caller.start();
        caller.join(30_000);

        assertThat(failure.get().reason()).isEqualTo("interrupted while sending");
        assertThat(flag.get()).isTrue();
    }

    @Test
    void after_the_end_a_send_is_refused_as_a_try_that_failed() {
        patient.close();

        assertThat(failure(patient, () -> {}).retryable()).isTrue();
    }

    private void hangForGood() {
        boolean released = false;
        while (!released) {
            try {
                released = never.await(30, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                assertThat(e).as("a sender deaf to interrupts goes on").isNotNull();
            }
        }
    }

    private static FailedSend failure(SendTimeouts sends, Runnable send) {
        return catchThrowableOfType(
                FailedSend.class,
                () -> sends.run(() -> {
                    send.run();
                    return null;
                }));
    }
}
