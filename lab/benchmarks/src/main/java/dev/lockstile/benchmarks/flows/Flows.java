package dev.lockstile.benchmarks.flows;

import dev.lockstile.benchmarks.internal.host.Database;
import dev.lockstile.benchmarks.internal.host.Flow;
import dev.lockstile.benchmarks.internal.host.PostgresServer;
import dev.lockstile.benchmarks.internal.race.Contender;
import dev.lockstile.benchmarks.internal.race.Crowd;
import dev.lockstile.benchmarks.internal.race.Effort;
import dev.lockstile.benchmarks.internal.race.Machine;
import dev.lockstile.benchmarks.internal.race.Race;
import dev.lockstile.benchmarks.internal.race.Results;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/** Runs the flows beside the same by hand, by turns. Arguments: the folder for the results, {@code --quick}. */
final class Flows {

    private Flows() {}

    public static void main(String[] arguments) throws IOException {
        boolean quick = List.of(arguments).contains("--quick");
        Results results = run(
                quick
                        ? new Extent(List.of(1, 16), 32, Effort.of(12, 1), 400)
                        : new Extent(List.of(1, 4, 16, 64), 64, Effort.of(40, 1), 8_000));
        results.notes().forEach(System.out::println);
        results.writeTo(Path.of(arguments[0]), "flows");
    }

    static Results run(Extent extent) throws IOException {
        List<String> notes = new ArrayList<>();
        List<Race> races = new ArrayList<>();
        try (PostgresServer server = PostgresServer.start(true);
                BenchmarkDatabases ground = BenchmarkDatabases.of("PostgreSQL", server::fresh)) {
            for (Flow flow : Flow.values()) {
                notes.add(ground.traffic(flow));
            }
            races.addAll(races(ground, extent));
        }
        // the wait for the disk is the same for all, and hides what is not
        try (PostgresServer server = PostgresServer.start(false);
                BenchmarkDatabases ground =
                        BenchmarkDatabases.of("PostgreSQL that does not wait for its disk", server::fresh)) {
            races.addAll(races(ground, extent));
        }
        try (BenchmarkDatabases ground = BenchmarkDatabases.of("H2 in memory", Database::h2)) {
            races.addAll(races(ground, extent));
        }
        return new Results("Flows", Machine.here(), notes, races);
    }

    static List<Race> races(BenchmarkDatabases ground, Extent extent) {
        List<Race> races = new ArrayList<>();
        warmUp(ground, extent.warmUp());
        for (int clients : extent.clients()) {
            ExecutorService threads = Executors.newFixedThreadPool(clients);
            Function<List<BooleanSupplier>, Crowd> crowd = work -> new Crowd(threads, work, extent.each(clients));
            try {
                for (Flow flow : Flow.values()) {
                    String title = flow.title() + ", " + ground.name() + ", clients: " + clients;
                    races.add(Race.run(title, contenders(ground, flow, clients, crowd), extent.effort())
                            .tell());
                }
            } finally {
                threads.shutdown();
            }
        }
        return races;
    }

    /** Both ways are compiled before the first turn: what the compiler takes of a short run is no part of a flow. */
    private static void warmUp(BenchmarkDatabases ground, int times) {
        for (Flow flow : Flow.values()) {
            for (List<BooleanSupplier> way : List.of(ground.byHand(flow, 1), ground.library(flow, 1))) {
                for (int i = 0; i < times; i++) {
                    if (!way.get(0).getAsBoolean()) {
                        throw new IllegalStateException(flow.title() + " refused what it should take");
                    }
                }
            }
        }
    }

    private static List<Contender> contenders(
            BenchmarkDatabases ground, Flow flow, int clients, Function<List<BooleanSupplier>, Crowd> crowd) {
        List<Contender> all = new ArrayList<>();
        all.add(crowd.apply(ground.byHand(flow, clients)).contender("by hand"));
        all.add(crowd.apply(ground.library(flow, clients)).contender("Lockstile"));
        if (flow == Flow.CODE) {
            all.add(crowd.apply(ground.spring(clients)).contender("Spring one-time tokens alone"));
        }
        return all;
    }

    /**
     * How much is run.
     *
     * @param clients numbers of clients
     * @param pieces how often they go through a flow in one turn, all together
     * @param warmUp how often each flow is gone through before the first turn
     */
    record Extent(List<Integer> clients, int pieces, Effort effort, int warmUp) {

        int each(int clientCount) {
            return Math.max(1, pieces / clientCount);
        }
    }
}
