package dev.lockstile.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.token.SignIn;
import dev.lockstile.auth.token.TokenPair;
import dev.lockstile.proofs.MessageInbox.Letter;
import dev.lockstile.proofs.Operation.Call;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * People who register, prove their address, sign in, refresh and use codes on some hosts while a database server is
 * killed. What was acknowledged to them is shown again afterwards, through the services alone.
 */
final class Acknowledgements implements AutoCloseable {

    static final String UNAVAILABLE = "StoreUnavailableException";

    /** The last step of a visit. */
    static final String VISIT = "visits";

    private static final int REFRESHES = 2;
    private static final long LETTER_NANOS = TimeUnit.SECONDS.toNanos(60);

    private final List<Auth> hosts;
    private final Letters letters;
    private final ExecutorService crowd = Executors.newCachedThreadPool();
    private final List<Future<?>> workers = new ArrayList<>();
    private final List<Visitor> people = Collections.synchronizedList(new ArrayList<>());
    private final Map<String, AtomicInteger> answers = new ConcurrentSkipListMap<>();
    private final Map<String, AtomicInteger> answersInOutage = new ConcurrentSkipListMap<>();
    private final AtomicInteger numbers = new AtomicInteger();

    private volatile boolean over;
    private volatile boolean outage;
    private volatile CountDownLatch wanted = new CountDownLatch(0);
    private volatile String wantedAnswer = "";

    Acknowledgements(List<Auth> hosts, Letters letters) {
        this.hosts = hosts;
        this.letters = letters;
    }

    /** So many people at a time come to each host, each after the one before. */
    void begin(int eachHost) {
        for (Auth host : hosts) {
            for (int i = 0; i < eachHost; i++) {
                workers.add(crowd.submit(() -> {
                    while (!over) {
                        visit(host);
                    }
                }));
            }
        }
    }

    /** Waits for so many more of these answers; how long it took in milliseconds. */
    long await(int count, String answer) throws InterruptedException {
        long began = System.nanoTime();
        CountDownLatch latch = new CountDownLatch(count);
        wantedAnswer = answer;
        wanted = latch;
        boolean came = latch.await(2, TimeUnit.MINUTES);
        assertThat(came).as(count + " more " + answer + ", so far " + answers).isTrue();
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
    }

    /** From now on, or no longer, every call that begins and ends meanwhile has to be answered "unavailable". */
    void outage(boolean begins) {
        outage = begins;
    }

    private void visit(Auth host) {
        Visitor person = new Visitor(ProofFixture.newEmail());
        String name = ProofFixture.username(person.email);
        if (call(host, Operation.REGISTER, person.email, name, ProofFixture.PASSWORD) == null) {
            return;
        }
        person.registered = true;
        people.add(person);
        Optional<Letter> link = awaited(() -> letters.link(person.email));
        if (link.isEmpty() || !prove(host, person, link.orElseThrow()) || !signIn(host, person)) {
            return;
        }
        for (int i = 0; i < REFRESHES; i++) {
            if (!refresh(host, person)) {
                return;
            }
        }
        useCode(host, person);
        count(VISIT);
    }

    private boolean prove(Auth host, Visitor person, Letter link) {
        person.proofTried = true;
        person.proven = call(host, Operation.CONFIRM, link.uid(), link.token(), ProofFixture.PASSWORD) != null;
        return person.proven;
    }

    private boolean signIn(Auth host, Visitor person) {
        if (call(host, Operation.LOGIN, person.email, ProofFixture.PASSWORD) instanceof SignIn in) {
            person.token = in.tokens().refresh().reveal();
            return true;
        }
        return false;
    }

    private boolean refresh(Auth host, Visitor person) {
        String shown = String.valueOf(person.token);
        if (call(host, Operation.REFRESH, shown) instanceof TokenPair next) {
            person.rotated.add(shown);
            person.token = next.refresh().reveal();
            return true;
        }
        person.tokenInDoubt = true;
        return false;
    }

    /** Every other code stays unused until the end. */
    private void useCode(Auth host, Visitor person) {
        person.codeSent = call(host, Operation.REQUEST_CODE, person.email) != null;
        if (!person.codeSent || numbers.get() % 2 == 0) {
            return;
        }
        awaited(() -> letters.code(person.email)).ifPresent(letter -> {
            person.codeTried = true;
            person.codeUsed = call(host, Operation.VERIFY_CODE, person.email, letter.code()) != null;
        });
    }

    /** What comes while the visit lasts; an outage ends the waiting. */
    private <T> Optional<T> awaited(Supplier<Optional<T>> wish) {
        Optional<T> found = wish.get();
        for (long end = System.nanoTime() + LETTER_NANOS; found.isEmpty() && System.nanoTime() < end; ) {
            if (over || outage) {
                return found;
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
            found = wish.get();
        }
        return found;
    }

    /** The value of a call that is done; null when it ended otherwise. */
    private @Nullable Object call(Auth host, Operation operation, String... args) {
        boolean inOutage = outage;
        Object value = null;
        String answer;
        try {
            Object result = operation.run(host, new Call(numbers.incrementAndGet() % 20_000, List.of(args)));
            answer = Operation.told(result);
            value = result instanceof Outcome.Done<?> done ? done.value() : null;
        } catch (RuntimeException e) {
            answer = e.getClass().getSimpleName();
            if (!answer.equals(UNAVAILABLE)) {
                Proof.note(operation + ": " + e + ", " + e.getCause());
            }
        }
        if (inOutage && outage) {
            answersInOutage.computeIfAbsent(answer, word -> new AtomicInteger()).incrementAndGet();
        }
        count(answer);
        return value;
    }

    private void count(String answer) {
        answers.computeIfAbsent(answer, word -> new AtomicInteger()).incrementAndGet();
        if (answer.equals(wantedAnswer)) {
            wanted.countDown();
        }
    }

    /** Ends the visits. */
    void finish() throws Exception {
        over = true;
        for (Future<?> worker : workers) {
            worker.get(60, TimeUnit.SECONDS);
        }
    }

    /** Nobody was answered other than with success or "unavailable", and in the outage with that alone. */
    void holdAnswers() {
        assertThat(answers.keySet())
                .isSubsetOf("Accepted", "Proven", "SignIn", "TokenPair", "Sent", VISIT, UNAVAILABLE);
        assertThat(answersInOutage.keySet()).isSubsetOf(UNAVAILABLE);
    }

    /** Shows everything again on one of the hosts; what was seen, by kinds. */
    Map<String, Integer> hold(Auth host) {
        Map<String, Integer> seen = new TreeMap<>();
        for (Visitor person : people) {
            holdAccount(host, person, seen);
            holdTokens(host, person, seen);
            holdCode(host, person, seen);
        }
        return seen;
    }

    private void holdAccount(Auth host, Visitor person, Map<String, Integer> seen) {
        Letter link = arrived("link", person, () -> letters.link(person.email));
        String proof = shown(host, Operation.CONFIRM, link.uid(), link.token(), ProofFixture.PASSWORD);
        if (person.proven) {
            assertThat(proof).as("the used link of " + person.email).isEqualTo("Refused");
        } else if (!person.proofTried) {
            assertThat(proof).as("the link of " + person.email).isEqualTo("Proven");
        }
        String login = shown(host, Operation.LOGIN, person.email, ProofFixture.PASSWORD);
        assertThat(login).as("the account of " + person.email).isEqualTo("SignIn");
        seen.merge("accounts", 1, Integer::sum);
    }

    private void holdTokens(Auth host, Visitor person, Map<String, Integer> seen) {
        if (person.token == null) {
            return;
        }
        String refreshed = shown(host, Operation.REFRESH, person.token);
        if (!person.tokenInDoubt) {
            assertThat(refreshed).as("the session of " + person.email).isEqualTo("TokenPair");
            seen.merge("sessions", 1, Integer::sum);
        }
        for (String token : person.rotated) {
            assertThat(shown(host, Operation.REFRESH, token))
                    .as("a rotated token of " + person.email)
                    .isEqualTo("Refused");
            seen.merge("rotated tokens refused", 1, Integer::sum);
        }
    }

    private void holdCode(Auth host, Visitor person, Map<String, Integer> seen) {
        if (!person.codeSent) {
            return;
        }
        String code = arrived("code", person, () -> letters.code(person.email)).code();
        String first = shown(host, Operation.VERIFY_CODE, person.email, code);
        if (person.codeUsed) {
            assertThat(first).as("the used code of " + person.email).isEqualTo("Refused");
            seen.merge("used codes refused", 1, Integer::sum);
        } else if (!person.codeTried) {
            assertThat(first).as("the code of " + person.email).isEqualTo("SignIn");
            seen.merge("codes", 1, Integer::sum);
        }
        assertThat(shown(host, Operation.VERIFY_CODE, person.email, code))
                .as("the code of " + person.email + " once more")
                .isEqualTo("Refused");
    }

    private static Letter arrived(String what, Visitor person, Supplier<Optional<Letter>> wish) {
        for (long end = System.nanoTime() + LETTER_NANOS; System.nanoTime() < end; ) {
            Optional<Letter> found = wish.get();
            if (found.isPresent()) {
                return found.orElseThrow();
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
        throw new AssertionError("no " + what + " came to " + person.email);
    }

    private String shown(Auth host, Operation operation, String... args) {
        return operation.answer(host, new Call(numbers.incrementAndGet() % 20_000, List.of(args)));
    }

    Map<String, AtomicInteger> answers() {
        return answers;
    }

    @Override
    public void close() {
        over = true;
        crowd.shutdownNow();
    }
}
