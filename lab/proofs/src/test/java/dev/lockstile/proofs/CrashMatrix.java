package dev.lockstile.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** Halts processes at points of calls, and goes on with the same database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class CrashMatrix {

    private static final int NODES_AHEAD = 2;

    private final Deque<NodeProcess> ahead = new ArrayDeque<>();
    private ProofDatabase database;
    ProofFixture fixture;

    ProofFixture fixture(ProofDatabase on) {
        return new ProofFixture(on);
    }

    @BeforeAll
    void start() {
        database = ProofDatabase.postgres();
        fixture = fixture(database);
    }

    @AfterAll
    void stop() {
        if (fixture != null) {
            fixture.close();
        }
        if (database != null) {
            database.close();
        }
    }

    final void haltedEverywhere(CrashCase flow) {
        int point = 1;
        while (halted(flow, point)) {
            point++;
        }
        assertThat(point).as("points of " + flow).isGreaterThan(1);
        Proof.note(getClass().getSimpleName() + ": " + flow + " halted at " + (point - 1) + " points");
    }

    /** False when the flow ended before the point was reached. */
    final boolean halted(CrashCase flow, int point) {
        String email = ProofFixture.newEmail();
        List<String> args = flow.prepare(fixture, email);
        List<String> command = new ArrayList<>(
                List.of("crash", Integer.toString(point), flow.operation().name()));
        command.addAll(args);
        NodeProcess node = next();
        node.tell(command);
        List<String> answer = node.answer();
        boolean dead = answer.get(0).equals("dead");
        assertThat(answer).isEqualTo(dead ? List.of("dead", "137") : answer);
        if (!dead) {
            assertThat(Operation.SUCCESSES).as(flow + " undisturbed").contains(answer.get(1));
            node.close();
        }
        check(flow, email, args, point);
        return dead;
    }

    private void check(CrashCase flow, String email, List<String> args, int point) {
        try {
            Invariants.hold(fixture, secrets(flow, args));
            flow.recovers(fixture, email, args);
            Invariants.hold(fixture, secrets(flow, args));
        } catch (AssertionError e) {
            throw new AssertionError(flow + " halted at point " + point + ": " + e.getMessage(), e);
        }
    }

    /** Passwords, codes and tokens among the arguments. */
    private static List<String> secrets(CrashCase flow, List<String> args) {
        List<String> secrets = new ArrayList<>(List.of(ProofFixture.PASSWORD, CrashFlow.NEW_PASSWORD));
        args.stream().filter(arg -> arg.length() > 30).forEach(secrets::add);
        if (flow == CrashFlow.VERIFY_CODE) {
            secrets.add("\n" + args.get(1) + "\n");
        }
        return secrets;
    }

    /** A node that has started; the next ones start meanwhile. */
    private NodeProcess next() {
        while (ahead.size() < NODES_AHEAD) {
            ahead.add(fixture.startNode());
        }
        NodeProcess node = ahead.remove().ready();
        if (Proof.FULL) {
            ahead.add(fixture.startNode());
        }
        return node;
    }
}
