package dev.lockstile.auth.cutover.shadow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.login.DryRunSignIn;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.testkit.SettableClock;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the two threads of the comparison do by themselves. */
@Timeout(60)
final class ShadowThreadsTest {

    private static final ShadowSettings ALL = ShadowSettings.STANDARD.withRate(1);

    private final SettableClock clock = SettableClock.at("2026-12-01T12:00:00Z");
    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch answers = new CountDownLatch(1);
    private final AtomicReference<Thread> worker = new AtomicReference<>();

    @Test
    void the_worker_rests_before_the_next_one() {
        answers.countDown();
        try (ShadowSignIn shadow = begun(ALL.withLoad(1e-9))) {
            compare(shadow, 2);
            while (!isIn("rest")) {
                Thread.onSpinWait();
            }
            assertThat(shadow.report().counts().alike()).isOne();
            assertThat(shadow.report().counts().waiting()).isOne();
        }
    }

    @Test
    void what_is_late_is_dropped_while_the_worker_waits_for_an_answer() throws InterruptedException {
        try (ShadowSignIn shadow = begun(ALL)) {
            compare(shadow, 1);
            asked.await();
            compare(shadow, 3);
            clock.advance(Duration.ofSeconds(31));
            while (shadow.report().counts().waiting() > 1) {
                Thread.onSpinWait();
            }
            assertThat(shadow.report().counts().dropped()).containsEntry("late", 3L);
            answers.countDown();
        }
    }

    @Test
    void the_end_waits_for_an_answer_with_an_empty_queue() throws InterruptedException {
        ShadowSignIn shadow = begun(ALL);
        compare(shadow, 1);
        asked.await();
        compare(shadow, 3);
        Thread end = new Thread(shadow::close);
        end.start();
        while (end.getState() != Thread.State.TIMED_WAITING) {
            assertThat(end.isAlive()).isTrue();
            Thread.onSpinWait();
        }
        assertThat(shadow.report().counts().dropped()).containsEntry("closed", 3L);
        answers.countDown();
        end.join();
        assertThat(shadow.report().counts().alike()).isOne();
    }

    private ShadowSignIn begun(ShadowSettings settings) {
        DryRunSignIn dryRun = new DryRunSignIn() {
            @Override
            public DryRunSignIn.Result password(String login, Secret password) {
                return answer();
            }

            @Override
            public DryRunSignIn.Result code(String addressOrNumber) {
                return answer();
            }
        };
        return new ShadowSignIn(new AnswerPrediction(dryRun, null), settings, clock).begin();
    }

    private DryRunSignIn.Result answer() {
        worker.set(Thread.currentThread());
        asked.countDown();
        try {
            answers.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return new DryRunSignIn.Result(DryRunSignIn.Outcome.SIGNS_IN);
    }

    private boolean isIn(String method) {
        Thread thread = worker.get();
        return thread != null
                && Arrays.stream(thread.getStackTrace())
                        .anyMatch(frame -> frame.getMethodName().equals(method)
                                && frame.getClassName().equals(ShadowSignIn.class.getName()));
    }

    private static void compare(ShadowSignIn shadow, int times) {
        for (int i = 0; i < times; i++) {
            shadow.compareCode("ana.ruiz@example.com", LegacyAnswer.SIGNED_IN);
        }
    }
}
