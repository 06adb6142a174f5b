package dev.lockstile.auth.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.lockstile.auth.internal.message.OutboxDispatcher;
import dev.lockstile.auth.model.MessageOutcome;
import dev.lockstile.auth.sms.SmsMessage;
import dev.lockstile.auth.testkit.RecordingEmailSender;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class DispatcherThreadTest {

    private final MessageFixture fixture = new MessageFixture();
    private final ScriptedSms sms = new ScriptedSms();

    @Test
    void a_commit_wakes_the_thread() throws InterruptedException {
        CountDownLatch sent = new CountDownLatch(1);
        sms.doing(message -> sent.countDown());
        try (OutboxDispatcher dispatcher = fixture.node(sms, null)) {
            dispatcher.start();
            dispatcher.start();
            fixture.enqueue(dispatcher, fixture.smsCode());

            assertThat(sent.await(30, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(fixture.onlyLog().outcome().status()).isEqualTo(MessageOutcome.Status.SENT);
    }

    @Test
    void a_provider_that_hangs_holds_up_neither_the_other_channel_nor_the_next_message() throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        CountDownLatch others = new CountDownLatch(2);
        AtomicInteger calls = new AtomicInteger();
        sms.doing(message -> {
            if (calls.incrementAndGet() == 1) {
                await(never);
            } else {
                others.countDown();
            }
        });
        RecordingEmailSender mail = new RecordingEmailSender();
        try (OutboxDispatcher dispatcher = fixture.node(sms, mail)) {
            dispatcher.start();
            fixture.enqueue(dispatcher, fixture.smsCode());
            fixture.enqueue(dispatcher, fixture.smsCode());
            fixture.enqueue(dispatcher, fixture.smsCode());
            fixture.enqueue(dispatcher, fixture.resetMail());

            assertThat(others.await(15, TimeUnit.SECONDS)).isTrue();
            assertThat(mail.await(1, Duration.ofSeconds(15))).hasSize(1);
            never.countDown();
        }
    }

    @Test
    void what_another_node_put_in_is_found_without_being_woken() throws InterruptedException {
        CountDownLatch sent = new CountDownLatch(1);
        sms.doing(message -> sent.countDown());
        try (OutboxDispatcher here = fixture.node(sms, null);
                OutboxDispatcher there = fixture.node(sms, null)) {
            here.start();
            fixture.enqueue(there, fixture.smsCode());

            assertThat(sent.await(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void a_thread_that_takes_a_message_wakes_another_one() throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        CountDownLatch others = new CountDownLatch(2);
        AtomicInteger calls = new AtomicInteger();
        sms.doing(message -> {
            if (calls.incrementAndGet() == 1) {
                await(never);
            } else {
                others.countDown();
            }
        });
        try (OutboxDispatcher here = fixture.node(sms, null);
                OutboxDispatcher there = fixture.node(sms, null)) {
            here.start();
            while (messageThreads().stream().anyMatch(thread -> thread.getState() != Thread.State.TIMED_WAITING)) {
                Thread.onSpinWait();
            }
            for (int i = 0; i < 3; i++) {
                fixture.enqueue(there, fixture.smsCode());
            }

            assertThat(others.await(15, TimeUnit.SECONDS)).isTrue();
            never.countDown();
        }
    }

    @Test
    void closing_waits_for_the_message_in_hand_and_leaves_the_rest() throws Exception {
        CountDownLatch sending = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        sms.doing(message -> {
            sending.countDown();
            await(goOn);
        });
        Set<Thread> before = messageThreads();
        OutboxDispatcher dispatcher = fixture.node(sms, null);
        fixture.enqueue(dispatcher, fixture.smsCode());
        fixture.enqueue(dispatcher, fixture.smsCode());
        dispatcher.start();
        assertThat(sending.await(30, TimeUnit.SECONDS)).isTrue();
        Thread closer = new Thread(dispatcher::close);
        closer.start();
        goOn.countDown();
        closer.join();

        assertThat(sms.handed).hasSizeBetween(1, 2);
        assertThat(fixture.store.messageLog()).hasSameSizeAs(sms.handed);
        assertThat(fixture.pending()).hasSize(2 - sms.handed.size());
        assertThat(messageThreads()).isEqualTo(before);
        assertThat(dispatcher.dispatchDue()).isZero();
        assertThatIllegalStateException().isThrownBy(dispatcher::start);
    }

    @Test
    void closing_twice_or_without_a_start_is_fine() {
        OutboxDispatcher dispatcher = fixture.node(sms, null);
        dispatcher.wake();
        dispatcher.close();
        dispatcher.close();

        assertThat(sms.handed).isEmpty();
    }

    @Test
    void the_thread_outlives_an_outage_of_the_store_and_tells_of_it_once() throws InterruptedException {
        CountDownLatch sent = new CountDownLatch(1);
        sms.doing(message -> sent.countDown());
        CountDownLatch rounds = new CountDownLatch(3);
        try (LogCanary logs = new LogCanary();
                OutboxDispatcher dispatcher = new OutboxDispatcher(
                        fixture.wiring(fixture.store, counting(rounds, () -> told(logs) > 0), sms, null))) {
            fixture.enqueue(dispatcher, fixture.smsCode());
            fixture.store.goDown();
            dispatcher.start();
            assertThat(rounds.await(30, TimeUnit.SECONDS)).isTrue();
            fixture.store.comeBack();
            dispatcher.wake();

            assertThat(sent.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(told(logs)).isEqualTo(1);
        }
    }

    private static long told(LogCanary logs) {
        return logs.lines().stream()
                .filter(line -> line.contains("cannot be sent for now"))
                .count();
    }

    @Test
    void many_threads_of_two_nodes_send_each_message_once() throws Exception {
        int messages = 200;
        int threads = 8;
        try (OutboxDispatcher one = fixture.node(sms, null);
                OutboxDispatcher two = fixture.node(sms, null)) {
            for (int i = 0; i < messages; i++) {
                fixture.enqueue(one, fixture.smsCode());
            }
            int handled = inParallel(threads, i -> i % 2 == 0 ? one::dispatchDue : two::dispatchDue);

            assertThat(handled).isEqualTo(messages);
            assertThat(sms.handed).hasSize(messages).extracting(SmsMessage::id).doesNotHaveDuplicates();
            assertThat(fixture.store.messageLog()).hasSize(messages);
        }
    }

    @Test
    void no_lock_is_held_while_a_message_is_being_sent() {
        sms.doing(message -> assertThat(fixture.pending()).hasSize(1));
        try (OutboxDispatcher dispatcher = fixture.node(sms, null)) {
            fixture.enqueue(dispatcher, fixture.smsCode());
            dispatcher.dispatchDue();
        }

        assertThat(fixture.onlyLog().outcome().status()).isEqualTo(MessageOutcome.Status.SENT);
    }

    private static Set<Thread> messageThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("lockstile-messages"))
                .collect(Collectors.toSet());
    }

    private interface Job {
        Callable<Integer> of(int thread);
    }

    private static int inParallel(int threads, Job job) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        CyclicBarrier barrier = new CyclicBarrier(threads);
        List<Future<Integer>> results = new ArrayList<>();
        try {
            for (int i = 0; i < threads; i++) {
                Callable<Integer> work = job.of(i);
                results.add(pool.submit(() -> {
                    barrier.await();
                    return work.call();
                }));
            }
            int sum = 0;
            for (Future<Integer> result : results) {
                sum += result.get(30, TimeUnit.SECONDS);
            }
            return sum;
        } finally {
            pool.shutdownNow();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(20, TimeUnit.SECONDS)) {
                throw new IllegalStateException("never let go");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The dispatcher asks for the time at the start of each round. */
    /** A clock that counts how often it is looked at from some moment on. */
    private Clock counting(CountDownLatch rounds, BooleanSupplier begun) {
        return new Clock() {
            @Override
            public Instant instant() {
                if (begun.getAsBoolean()) {
                    rounds.countDown();
                }
                return fixture.clock.instant();
            }

            @Override
            public ZoneId getZone() {
                return fixture.clock.getZone();
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        };
    }
}
