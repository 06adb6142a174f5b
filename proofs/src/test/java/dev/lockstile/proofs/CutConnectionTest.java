package dev.lockstile.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.lockstile.auth.Auth;
import dev.lockstile.auth.jpa.JpaAuthStore;
import dev.lockstile.proofs.Operation.Call;
import jakarta.persistence.EntityManagerFactory;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The connections of a node are cut at each statement and commit of each flow: the answer is the success or "unavailable",
 * never "wrong", and the state is the one before or the one after.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class CutConnectionTest {

    private static final Set<String> SUCCESSES =
            Set.of("Accepted", "Proven", "SignedIn", "Sent", "Refreshed", "Changed", "Done");

    private ProofDatabase database;
    private House house;
    private WatchedDataSource watched;
    private HikariDataSource pool;
    private EntityManagerFactory emf;
    private Auth node;

    @BeforeAll
    void start() {
        database = ProofDatabase.postgres();
        house = new House(database);
        watched = new WatchedDataSource(this::cut);
        pool = house.deployment().pool("cut");
        emf = ProofHost.open(watched.around(pool));
        Senders senders = new Senders((to, text) -> {
            watched.point();
            house.postbox.deliver(to, text);
            watched.point();
        });
        node = house.deployment().wire(JpaAuthStore.of(emf), senders, Clock.systemUTC());
    }

    @AfterAll
    void stop() {
        if (house != null) {
            emf.close();
            pool.close();
            house.close();
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
            String email = House.newEmail();
            List<String> args = flow.prepare(house, email);
            watched.arm(point);
            String answer = flow.operation().answer(node, new Call(0, args));
            reached = watched.points() >= point;
            watched.arm(Integer.MAX_VALUE);
            unavailable += answer.equals("StoreUnavailableException") ? 1 : 0;
            if (!answer.equals("StoreUnavailableException")) {
                assertThat(SUCCESSES).as(flow + " cut at point " + point).contains(answer);
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
            Invariants.hold(house, List.of(House.PASSWORD, CrashFlow.NEW_PASSWORD));
            flow.recovers(house, email, args);
            Invariants.hold(house, List.of(House.PASSWORD, CrashFlow.NEW_PASSWORD));
        } catch (AssertionError e) {
            throw new AssertionError(flow + " cut at point " + point + ": " + e.getMessage(), e);
        }
    }

    /** Ends the server's side of every connection of the node, and waits until it is gone. */
    private void cut() {
        house.text(
                "select count(pg_terminate_backend(pid, 10000)) from pg_stat_activity where application_name = 'cut'");
    }
}
