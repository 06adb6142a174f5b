package dev.lockstile.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.proofs.Operation.Call;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** Many letters wait that are not urgent: links of registrations, which live a day. A code passes them all. */
final class BacklogTest {

    private static final int WAITING = Integer.getInteger("lockstile.waiting", Proof.FULL ? 50_000 : 2_000);
    private static final int BARE = 1_000;
    private static final int SENT_BEFORE = 100;

    /** What a host gets that does not say otherwise; each has one message in hand. */
    private static final int WORKERS = 4;

    private static final long SENDING_NANOS = 10_000_000;

    private final List<String> sent = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch some = new CountDownLatch(SENT_BEFORE);
    private final CountDownLatch all = new CountDownLatch(WAITING + 1);

    @Test
    void a_code_is_sent_before_all_letters_that_wait_and_each_of_them_once() throws Exception {
        try (ProofDatabase database = ProofDatabase.postgres();
                ProofFixture fixture = new ProofFixture(database);
                Auth sending = fixture.wire(new Senders((to, text) -> send(to)), Duration.ZERO)) {
            String member = fixture.member();
            register(fixture);
            assertThat(fixture.number("select count(*) from auth_outbox where due_at is not null and priority is null"))
                    .isEqualTo(WAITING);
            long begin = System.nanoTime();
            sending.start();
            assertThat(some.await(1, TimeUnit.MINUTES)).isTrue();
            ProofFixture.expect("Sent", Operation.REQUEST_CODE.answer(sending, new Call(0, List.of(member))));
            int before = sent.size();
            assertThat(all.await(30, TimeUnit.MINUTES)).isTrue();
            double rate = WAITING * 1e9 / (System.nanoTime() - begin);
            int passing = sent.indexOf(member) - before;
            assertThat(passing)
                    .as("letters sent while the code waited: those in hand, and what other workers sent meanwhile")
                    .isLessThan(10 * WORKERS);
            assertThat(sent).as("each once").doesNotHaveDuplicates().hasSize(WAITING + 1);
            Invariants.hold(fixture, List.of(ProofFixture.PASSWORD));
            double bare = bareRate();
            Proof.note(String.format(
                    Locale.ROOT,
                    "BacklogTest: of %d letters %d were sent while a code waited; %.0f a second, the provider alone %.0f"
                            + " (%.2f)",
                    WAITING,
                    Math.max(0, passing),
                    rate,
                    bare,
                    rate / bare));
        }
    }

    private void send(String to) {
        LockSupport.parkNanos(SENDING_NANOS);
        sent.add(to);
        some.countDown();
        all.countDown();
    }

    /** Nothing sends meanwhile. */
    private static void register(ProofFixture fixture) throws Exception {
        AtomicInteger next = new AtomicInteger();
        each(8, () -> {
            for (int n = next.getAndIncrement(); n < WAITING; n = next.getAndIncrement()) {
                List<String> arguments = List.of("new-" + n + "@acme.example", "new-" + n, ProofFixture.PASSWORD);
                ProofFixture.expect("Accepted", Operation.REGISTER.answer(fixture.auth, new Call(n % 200, arguments)));
            }
            return null;
        });
    }

    /** Letters a second of as many threads that do nothing but hand them to the provider. */
    private static double bareRate() throws Exception {
        AtomicInteger next = new AtomicInteger();
        long begin = System.nanoTime();
        each(WORKERS, () -> {
            while (next.getAndIncrement() < BARE) {
                LockSupport.parkNanos(SENDING_NANOS);
            }
            return null;
        });
        return BARE * 1e9 / (System.nanoTime() - begin);
    }

    private static void each(int threads, Callable<?> work) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        List<Future<?>> ends = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            ends.add(pool.submit(work));
        }
        pool.shutdown();
        for (Future<?> end : ends) {
            end.get();
        }
    }
}
