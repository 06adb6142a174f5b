package dev.lockstile.proofs;

import static dev.lockstile.proofs.ProofFixture.PASSWORD;
import static dev.lockstile.proofs.ProofFixture.username;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.schema.AuthTable;
import dev.lockstile.auth.schema.hosts.TestHost;
import dev.lockstile.auth.token.SignIn;
import dev.lockstile.proofs.MessageInbox.Letter;
import dev.lockstile.proofs.Operation.Call;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Two hosts on the tables of one kind, each on a node of its own of a Galera cluster, and how they race. */
final class GaleraHosts implements AutoCloseable {

    static final int THREADS = Proof.FULL ? 10 : 4;

    final TestHost entities;
    final Letters letters = new Letters();
    final Map<String, Map<String, Integer>> counts = new TreeMap<>();
    private final List<SmallHost> hosts = new ArrayList<>();

    GaleraHosts(TestHost entities, List<Deployment> deployments) {
        this.entities = entities;
        deployments.forEach(deployment -> hosts.add(SmallHost.start(deployment, entities, letters)));
    }

    List<Auth> auths() {
        return hosts.stream().map(SmallHost::auth).toList();
    }

    Auth first() {
        return hosts.get(0).auth();
    }

    void race() throws Exception {
        raceOnACode();
        raceOnAToken();
        raceOnAnAddress();
    }

    private void raceOnACode() throws Exception {
        String email = member();
        ProofFixture.expect("Sent", answer(Operation.REQUEST_CODE, email));
        String code = arrived(() -> letters.code(email)).code();
        race("codes", "SignIn", Operation.VERIFY_CODE, email, code);
        assertThat(sessions(email)).isEqualTo(1);
        ProofFixture.expect("Refused", answer(Operation.VERIFY_CODE, email, code));
    }

    private void raceOnAToken() throws Exception {
        String email = member();
        Object in = Operation.LOGIN.run(first(), new Call(1, List.of(email, PASSWORD)));
        SignIn signIn = (SignIn) ((Outcome.Done<?>) in).value();
        String token = signIn.tokens().refresh().reveal();
        race("tokens", "TokenPair", Operation.REFRESH, token);
        ProofFixture.expect("Refused", answer(Operation.REFRESH, token));
    }

    private void raceOnAnAddress() throws Exception {
        String email = ProofFixture.newEmail();
        Map<String, Integer> seen = raced("registrations", Operation.REGISTER, email, username(email), PASSWORD);
        assertThat(seen.keySet())
                .isSubsetOf("Accepted", Acknowledgements.UNAVAILABLE)
                .contains("Accepted");
        Letter link = arrived(() -> letters.link(email));
        race("links", "Proven", Operation.CONFIRM, link.uid(), link.token(), PASSWORD);
        assertThat(number("select count(*) from " + entities.table(AuthTable.USER) + " where email = ?", email))
                .isEqualTo(1);
    }

    /** One call is answered so, and each other one that it is refused or unavailable. */
    private void race(String name, String winner, Operation operation, String... args) throws Exception {
        Map<String, Integer> seen = raced(name, operation, args);
        assertThat(seen.keySet()).as(name).isSubsetOf(winner, "Refused", Acknowledgements.UNAVAILABLE);
        assertThat(seen).as(name).containsEntry(winner, 1);
    }

    private Map<String, Integer> raced(String name, Operation operation, String... args) throws Exception {
        ExecutorService crowd = Executors.newFixedThreadPool(2 * THREADS);
        CountDownLatch go = new CountDownLatch(1);
        List<Future<String>> answers = new ArrayList<>();
        for (int i = 0; i < 2 * THREADS; i++) {
            Auth host = hosts.get(i % 2).auth();
            Call call = new Call(i, List.of(args));
            answers.add(crowd.submit(() -> {
                go.await();
                return operation.answer(host, call);
            }));
        }
        go.countDown();
        Map<String, Integer> seen = new TreeMap<>();
        for (Future<String> answer : answers) {
            seen.merge(answer.get(60, TimeUnit.SECONDS), 1, Integer::sum);
        }
        crowd.shutdown();
        Map<String, Integer> sum = counts.computeIfAbsent(name, key -> new TreeMap<>());
        seen.forEach((answer, count) -> sum.merge(answer, count, Integer::sum));
        return seen;
    }

    private String member() {
        String email = ProofFixture.newEmail();
        ProofFixture.expect("Accepted", answer(Operation.REGISTER, email, username(email), PASSWORD));
        Letter link = arrived(() -> letters.link(email));
        ProofFixture.expect("Proven", answer(Operation.CONFIRM, link.uid(), link.token(), PASSWORD));
        return email;
    }

    private String answer(Operation operation, String... args) {
        return operation.answer(first(), new Call(1, List.of(args)));
    }

    private static Letter arrived(Supplier<Optional<Letter>> wish) {
        for (int i = 0; i < 3_000; i++) {
            Optional<Letter> found = wish.get();
            if (found.isPresent()) {
                return found.orElseThrow();
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
        }
        throw new AssertionError("no letter came");
    }

    private long sessions(String email) throws SQLException {
        return number(
                "select count(*) from " + entities.table(AuthTable.SESSION) + " s join "
                        + entities.table(AuthTable.USER) + " u on u.id = s.user_id where u.email = ?",
                email);
    }

    /** Counts once the node has what the others committed. */
    private long number(String select, String value) throws SQLException {
        try (Connection connection = hosts.get(0).pool().getConnection();
                PreparedStatement statement =
                        connection.prepareStatement("set statement wsrep_sync_wait = 1 for " + select)) {
            statement.setString(1, value);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    @Override
    public void close() {
        hosts.forEach(SmallHost::close);
    }
}
