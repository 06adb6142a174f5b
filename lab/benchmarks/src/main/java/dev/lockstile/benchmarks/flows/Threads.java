package dev.lockstile.benchmarks.flows;

import dev.lockstile.benchmarks.internal.host.Flow;
import dev.lockstile.benchmarks.internal.host.PostgresServer;
import dev.lockstile.benchmarks.internal.race.Contender;
import dev.lockstile.benchmarks.internal.race.Crowd;
import dev.lockstile.benchmarks.internal.race.Effort;
import dev.lockstile.benchmarks.internal.race.Machine;
import dev.lockstile.benchmarks.internal.race.Race;
import dev.lockstile.benchmarks.internal.race.Results;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;

/**
 * The flows on virtual threads beside platform threads, in one process of a JDK that has them, with what pins a virtual
 * thread to its carrier told by the JDK itself. Arguments: the folder for the results, {@code --quick}.
 */
final class Threads {

    private static final int HAS_THEM = 21;

    private Threads() {}

    public static void main(String[] arguments) throws IOException {
        if (Runtime.version().feature() < HAS_THEM) {
            System.out.println("Skipped: this JDK has no virtual threads.");
            return;
        }
        boolean quick = List.of(arguments).contains("--quick");
        try (PostgresServer server = PostgresServer.start(true)) {
            Results results = run(server, quick ? List.of(64) : List.of(64, 256), Effort.of(quick ? 6 : 20, 1));
            results.notes().forEach(System.out::println);
            results.writeTo(Path.of(arguments[0]), "threads");
        }
    }

    static Results run(PostgresServer server, List<Integer> clients, Effort effort) throws IOException {
        List<Race> races = new ArrayList<>();
        try (BenchmarkDatabases ground = BenchmarkDatabases.of("PostgreSQL", server::fresh);
                Pinning pinning = Pinning.watch()) {
            for (int count : clients) {
                for (Flow flow : Flow.values()) {
                    races.add(race(ground, flow, count, effort).tell());
                }
            }
            return new Results("Virtual threads", Machine.here(), List.of(pinning.words()), races);
        }
    }

    private static Race race(BenchmarkDatabases ground, Flow flow, int clients, Effort effort) {
        ExecutorService platform = Executors.newFixedThreadPool(clients);
        ExecutorService virtual = virtual();
        try {
            String title = String.format(Locale.ROOT, "%s, clients: %d", flow.title(), clients);
            return Race.run(
                    title,
                    List.of(
                            contender("platform threads", platform, ground.library(flow, clients)),
                            contender("virtual threads", virtual, ground.library(flow, clients))),
                    effort);
        } finally {
            platform.shutdown();
            virtual.shutdown();
        }
    }

    private static Contender contender(String name, ExecutorService threads, List<BooleanSupplier> clients) {
        return new Crowd(threads, clients, 1).contender(name);
    }

    /** By reflection, for this is compiled for a JDK without them. */
    private static ExecutorService virtual() {
        try {
            return (ExecutorService)
                    Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
        } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(e);
        }
    }
}
