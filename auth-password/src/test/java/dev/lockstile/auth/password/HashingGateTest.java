package dev.lockstile.auth.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.password.service.Passwords;
import dev.lockstile.auth.secret.Secret;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class HashingGateTest {

    private static final Secret PASSWORD = Secret.of("correct horse battery staple");

    /** A format of the host that holds its permit until told to let go. */
    private static final class Holding implements PasswordFormat {
        final CountDownLatch entered = new CountDownLatch(1);
        final CountDownLatch letGo = new CountDownLatch(1);
        final AtomicInteger inside = new AtomicInteger();
        final AtomicInteger most = new AtomicInteger();

        @Override
        public String id() {
            return "holding";
        }

        @Override
        public boolean recognises(String stored) {
            return stored.equals("hold");
        }

        @Override
        public boolean matches(String stored, byte[] passwordUtf8) {
            most.accumulateAndGet(inside.incrementAndGet(), Math::max);
            entered.countDown();
            try {
                return letGo.await(30, TimeUnit.SECONDS);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return false;
            } finally {
                inside.decrementAndGet();
            }
        }
    }

    @Test
    void the_load_counts_permits_taken_callers_that_wait_and_those_turned_away() throws Exception {
        Holding holding = new Holding();
        Passwords passwords =
                Passwords.of(PasswordFixture.cheap().withFormat(holding).withPermits(1, Duration.ofSeconds(30)));
        Passwords impatient =
                Passwords.of(PasswordFixture.cheap().withFormat(holding).withPermits(2, Duration.ZERO));
        assertThat(passwords.load()).isEqualTo(new HashingLoad(1, 0, 0, 0));
        ExecutorService threads = Executors.newCachedThreadPool();
        try {
            threads.submit(() -> passwords.hasher().check("hold", PASSWORD));
            assertThat(holding.entered.await(30, TimeUnit.SECONDS)).isTrue();
            threads.submit(() -> passwords.hasher().check("hold", PASSWORD));
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
            while (passwords.load().waiting() == 0 && System.nanoTime() < end) {
                Thread.onSpinWait();
            }
            assertThat(passwords.load()).isEqualTo(new HashingLoad(1, 1, 1, 0));
            threads.submit(() -> impatient.hasher().check("hold", PASSWORD));
            threads.submit(() -> impatient.hasher().check("hold", PASSWORD));
            while (impatient.load().running() < 2 && System.nanoTime() < end) {
                Thread.onSpinWait();
            }
            assertThatThrownBy(() -> impatient.hasher().hash(PASSWORD)).isInstanceOf(HashingBusyException.class);
            assertThat(impatient.load()).isEqualTo(new HashingLoad(2, 2, 0, 1));
        } finally {
            holding.letGo.countDown();
            threads.shutdownNow();
        }
    }

    @Test
    void past_the_wait_limit_hashing_and_checking_say_busy_and_afterwards_work_again() throws Exception {
        Holding holding = new Holding();
        PasswordHasher hasher = Passwords.of(
                        PasswordFixture.cheap().withFormat(holding).withPermits(1, Duration.ofMillis(50)))
                .hasher();
        String stored = hasher.hash(PASSWORD);
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            Future<PasswordCheck> held = thread.submit(() -> hasher.check("hold", PASSWORD));
            assertThat(holding.entered.await(30, TimeUnit.SECONDS)).isTrue();
            assertThatThrownBy(() -> hasher.check(stored, PASSWORD)).isInstanceOf(HashingBusyException.class);
            assertThatThrownBy(() -> hasher.check(null, PASSWORD)).isInstanceOf(HashingBusyException.class);
            assertThatThrownBy(() -> hasher.hash(PASSWORD)).isInstanceOf(HashingBusyException.class);
            holding.letGo.countDown();
            assertThat(held.get(30, TimeUnit.SECONDS).matches()).isTrue();
            assertThat(hasher.check(stored, PASSWORD).matches()).isTrue();
        } finally {
            holding.letGo.countDown();
            thread.shutdownNow();
        }
    }

    @Test
    void no_more_hashes_run_at_once_than_there_are_permits() throws Exception {
        Holding holding = new Holding();
        PasswordHasher hasher = Passwords.of(
                        PasswordFixture.cheap().withFormat(holding).withPermits(2, Duration.ofSeconds(30)))
                .hasher();
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try {
            CountDownLatch done = new CountDownLatch(16);
            for (int i = 0; i < 16; i++) {
                threads.execute(() -> {
                    hasher.check("hold", PASSWORD);
                    done.countDown();
                });
            }
            assertThat(holding.entered.await(30, TimeUnit.SECONDS)).isTrue();
            holding.letGo.countDown();
            assertThat(done.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(holding.most.get()).isLessThanOrEqualTo(2);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void an_interrupted_caller_is_told_busy_and_stays_interrupted() throws Exception {
        PasswordHasher hasher = Passwords.of(PasswordFixture.cheap()).hasher();
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            Future<Boolean> interrupted = thread.submit(() -> {
                Thread.currentThread().interrupt();
                assertThatThrownBy(() -> hasher.hash(PASSWORD)).isInstanceOf(HashingBusyException.class);
                return Thread.currentThread().isInterrupted();
            });
            assertThat(interrupted.get(30, TimeUnit.SECONDS)).isTrue();
        } finally {
            thread.shutdownNow();
        }
    }
}
