package dev.lockstile.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.lockstile.auth.Auth;
import dev.lockstile.auth.jpa.JpaAuthStore;
import dev.lockstile.proofs.Operation.Call;
import jakarta.persistence.EntityManagerFactory;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The connections of a node are cut at each statement and commit of each flow: the answer is the success or
 * "unavailable", never "wrong", and the state is the one before or the one after.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class CutConnectionTest {

    private ProofDatabase database;
    private ProofFixture fixture;
    private WatchedDataSource watched;
    private HikariDataSource pool;
    private EntityManagerFactory emf;
    private Auth node;

    @BeforeAll
    void start() {
        database = ProofDatabase.postgres();
        fixture = new ProofFixture(database);
        watched = new WatchedDataSource(this::cut);
        pool = fixture.deployment().pool("cut");
        emf = ProofHost.open(watched.around(pool));
        Senders senders = new Senders((to, text) -> {
            watched.point();
            fixture.postbox.deliver(to, text);
            watched.point();
        });
        node = fixture.deployment().wire(JpaAuthStore.of(emf), senders, Clock.systemUTC());
    }

    @AfterAll
    void stop() {
        if (fixture != null) {
            emf.close();
            pool.close();
            fixture.close();
        }
        if (database != null) {
            database.close();
        }
    }

    static Stream<CrashFlow> flows() {
        return Proof.FULL
                ? Stream.of(CrashFlow.values())
                : Stream.of(CrashFlow.LOGIN, CrashFlow.VERIFY_CODE, CrashFlow.RESET);
    }

    @ParameterizedTest
    @MethodSource("flows")
    void a_flow_whose_connections_are_cut_succeeds_or_is_unavailable(CrashFlow flow) {
        int unavailable = 0;
        int point = 1;
        boolean reached = true;
        while (reached) {
            String email = ProofFixture.newEmail();
            List<String> args = flow.prepare(fixture, email);
            watched.arm(point);
            String answer = flow.operation().answer(node, new Call(0, args));
            reached = watched.points() >= point;
            watched.arm(Integer.MAX_VALUE);
            unavailable += answer.equals("StoreUnavailableException") ? 1 : 0;
            if (!answer.equals("StoreUnavailableException")) {
                assertThat(Operation.SUCCESSES)
                        .as(flow + " cut at point " + point)
                        .contains(answer);
            }
            recovers(flow, email, args, point);
            point++;
        }
        assertThat(unavailable).isPositive();
        Proof.note("CutConnectionTest: " + flow + " cut at " + (point - 2) + " points, " + unavailable
                + " times unavailable, else done");
    }

    private void recovers(CrashFlow flow, String email, List<String> args, int point) {
        try {
            Invariants.hold(fixture, List.of(ProofFixture.PASSWORD, CrashFlow.NEW_PASSWORD));
            flow.recovers(fixture, email, args);
            Invariants.hold(fixture, List.of(ProofFixture.PASSWORD, CrashFlow.NEW_PASSWORD));
        } catch (AssertionError e) {
            throw new AssertionError(flow + " cut at point " + point + ": " + e.getMessage(), e);
        }
    }

    /** Ends the server's side of every connection of the node, and waits until it is gone. */
    private void cut() {
        fixture.text(
                "select count(pg_terminate_backend(pid, 10000)) from pg_stat_activity where application_name = 'cut'");
    }
}
