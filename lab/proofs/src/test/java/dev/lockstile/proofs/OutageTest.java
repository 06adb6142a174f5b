package dev.lockstile.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.proofs.Operation.Call;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The database server stops while people register and sign in, and comes back. */
final class OutageTest {

    private static final int WORKERS = 4;
    private static final int ENOUGH = Proof.FULL ? 100 : 20;
    private static final String UNAVAILABLE = "StoreUnavailableException";

    private final Map<String, AtomicInteger> answers = new ConcurrentHashMap<>();
    private final Map<String, String> accepted = new ConcurrentHashMap<>();
    private final AtomicInteger signedIn = new AtomicInteger();
    private final AtomicInteger numbers = new AtomicInteger();
    private final AtomicBoolean over = new AtomicBoolean();

    /** Counted down by answers; exchanged for a new one at each turn. */
    private volatile CountDownLatch wanted = new CountDownLatch(ENOUGH);

    private volatile String wantedAnswer = "SignIn";

    @Test
    void a_restart_of_the_database_loses_nothing_that_was_promised() throws Exception {
        try (PostgresServer server = PostgresServer.start();
                ProofFixture fixture = new ProofFixture(server.fresh(), "postgres")) {
            fixture.pool().setConnectionTimeout(1_000);
            String email = fixture.member();
            ExecutorService crowd = Executors.newFixedThreadPool(WORKERS);
            List<Future<?>> workers = new ArrayList<>();
            for (int i = 0; i < WORKERS; i++) {
                workers.add(crowd.submit(() -> work(fixture, email)));
            }
            try {
                await(ENOUGH, "SignIn");
                server.stop();
                await(WORKERS, UNAVAILABLE);
                server.startAgain();
                await(ENOUGH, "SignIn");
            } finally {
                over.set(true);
            }
            for (Future<?> worker : workers) {
                worker.get(60, TimeUnit.SECONDS);
            }
            crowd.shutdown();
            check(fixture, email);
        }
    }

    private void work(ProofFixture fixture, String email) {
        while (!over.get()) {
            int number = numbers.incrementAndGet();
            String fresh = "new-" + number + "@acme.example";
            String registered = Operation.REGISTER.answer(
                    fixture.auth, new Call(number, List.of(fresh, "new-" + number, ProofFixture.PASSWORD)));
            count(registered);
            if (registered.equals("Accepted")) {
                accepted.put(fresh, registered);
            }
            String login =
                    Operation.LOGIN.answer(fixture.auth, new Call(number, List.of(email, ProofFixture.PASSWORD)));
            signedIn.addAndGet(login.equals("SignIn") ? 1 : 0);
            count(login);
        }
    }

    private void count(String answer) {
        answers.computeIfAbsent(answer, name -> new AtomicInteger()).incrementAndGet();
        if (answer.equals(wantedAnswer)) {
            wanted.countDown();
        }
    }

    private void await(int count, String answer) throws InterruptedException {
        wantedAnswer = answer;
        CountDownLatch latch = new CountDownLatch(count);
        wanted = latch;
        assertThat(latch.await(2, TimeUnit.MINUTES))
                .as(count + " more " + answer + ", so far " + answers)
                .isTrue();
    }

    private void check(ProofFixture fixture, String email) {
        Proof.note("OutageTest: " + answers);
        assertThat(answers.keySet()).isSubsetOf("Accepted", "SignIn", UNAVAILABLE);
        for (String address : accepted.keySet()) {
            assertThat(fixture.number("select count(*) from auth_user where email = ?", address))
                    .as(address)
                    .isEqualTo(1);
        }
        // a sign-in may have been committed although its answer got lost, never the other way round
        assertThat(fixture.sessions(email)).isGreaterThanOrEqualTo(signedIn.get());
        Invariants.hold(fixture, List.of(ProofFixture.PASSWORD));
    }
}
