package dev.lockstile.proofs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** Two processes on one database, and how they race. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class TwoNodes {

    static final int ALL = 2 * Proof.THREADS;

    private ProofDatabase database;
    ProofFixture fixture;
    private List<NodeProcess> nodes;

    abstract ProofDatabase database();

    ProofFixture fixture(ProofDatabase on) {
        return new ProofFixture(on);
    }

    @BeforeAll
    void start() {
        database = database();
        fixture = fixture(database);
        nodes = List.of(fixture.startNode(), fixture.startNode());
        nodes.forEach(NodeProcess::ready);
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

    final Map<String, Integer> race(Operation operation, String... args) {
        return race(List.of(command(operation, 0, args), command(operation, 1, args)));
    }

    static List<String> command(Operation operation, int node, String... args) {
        List<String> words = new ArrayList<>(List.of(
                "race", operation.name(), Integer.toString(Proof.THREADS), Integer.toString(node * Proof.THREADS)));
        words.addAll(List.of(args));
        return words;
    }

    /** Both nodes get their threads ready, then begin at the same moment. */
    final Map<String, Integer> race(List<List<String>> commands) {
        for (int i = 0; i < nodes.size(); i++) {
            nodes.get(i).tell(commands.get(i));
        }
        nodes.forEach(node -> node.expect("set"));
        nodes.forEach(node -> node.tell("go"));
        Map<String, Integer> sum = new TreeMap<>();
        nodes.forEach(node -> node.counts().forEach((name, count) -> sum.merge(name, count, Integer::sum)));
        return sum;
    }

    final void rounds(String name, Round round) {
        Map<String, Integer> total = new TreeMap<>();
        for (int i = 0; i < Proof.ROUNDS; i++) {
            round.run().forEach((key, count) -> total.merge(key, count, Integer::sum));
        }
        Proof.note(getClass().getSimpleName() + ": " + name + ", " + Proof.ROUNDS + " rounds of 2 x " + Proof.THREADS
                + " threads, together " + total);
    }

    @FunctionalInterface
    interface Round {

        Map<String, Integer> run();
    }
}
