package dev.lockstile.benchmarks.servlet;

import dev.lockstile.benchmarks.internal.host.Database;
import dev.lockstile.benchmarks.internal.host.Flow;
import dev.lockstile.benchmarks.internal.host.PostgresServer;
import dev.lockstile.benchmarks.internal.race.Contender;
import dev.lockstile.benchmarks.internal.race.Crowd;
import dev.lockstile.benchmarks.internal.race.Effort;
import dev.lockstile.benchmarks.internal.race.Machine;
import dev.lockstile.benchmarks.internal.race.Race;
import dev.lockstile.benchmarks.internal.race.Ranking;
import dev.lockstile.benchmarks.internal.race.Results;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The flows through the servlet on Jetty, beside the same flows without HTTP and a host written with Spring Security,
 * by turns in one process. Arguments: the folder for the results, {@code --quick}.
 */
final class ThroughServlet {

    private static final double MICROS = 1e6;

    private ThroughServlet() {}

    public static void main(String[] arguments) throws IOException {
        boolean quick = List.of(arguments).contains("--quick");
        Extent extent = quick
                ? new Extent(List.of(1, 16), 32, Effort.of(8, 1))
                : new Extent(List.of(1, 16), 64, Effort.of(20, 1));
        List<Race> races = new ArrayList<>();
        // the wait for the disk is the same for all, and hides what is not
        try (PostgresServer server = PostgresServer.start(false);
                ServletGround ground = ServletGround.of("PostgreSQL that does not wait for its disk", server::fresh)) {
            races.addAll(races(ground, extent));
        }
        try (ServletGround ground = ServletGround.of("H2 in memory", Database::h2)) {
            races.addAll(races(ground, extent));
        }
        Results results = new Results(
                "Through the servlet",
                Machine.here(),
                races.stream().map(ThroughServlet::rates).toList(),
                races);
        results.notes().forEach(System.out::println);
        results.writeTo(Path.of(arguments[0]), "servlet");
    }

    static List<Race> races(ServletGround ground, Extent extent) {
        List<Race> races = new ArrayList<>();
        for (int clients : extent.clients()) {
            ExecutorService threads = Executors.newFixedThreadPool(clients);
            List<KeptConnection> ours = connections(clients, ground.jetty());
            List<KeptConnection> springs = connections(clients, ground.spring().jetty());
            Function<List<BooleanSupplier>, Crowd> crowd =
                    work -> new Crowd(threads, work, Math.max(1, extent.pieces() / clients));
            try {
                for (Flow flow : Flow.values()) {
                    String title = flow.title() + ", " + ground.name() + ", clients: " + clients;
                    List<Contender> contenders = new ArrayList<>();
                    contenders.add(crowd.apply(ground.servlet(flow, ours))
                            .served("Lockstile, servlet", ground.jetty().threads()));
                    contenders.add(crowd.apply(ground.bare(flow, clients)).contender("Lockstile, without HTTP"));
                    if (SpringHost.has(flow)) {
                        contenders.add(crowd.apply(ground.spring(flow, springs))
                                .served(
                                        "Spring Security",
                                        ground.spring().jetty().threads()));
                    }
                    races.add(Race.run(title, contenders, extent.effort()).tell());
                }
            } finally {
                threads.shutdown();
                Stream.concat(ours.stream(), springs.stream()).forEach(KeptConnection::close);
            }
        }
        return races;
    }

    private static List<KeptConnection> connections(int count, JettyHost host) {
        return Stream.generate(() -> new KeptConnection(host.port()))
                .limit(count)
                .toList();
    }

    /** How often a second each goes through the flow; a code takes two requests. */
    private static String rates(Race race) {
        return race.title() + ", a second: "
                + race.standings().stream().map(ThroughServlet::rate).collect(Collectors.joining("; ")) + ".";
    }

    private static String rate(Ranking one) {
        return String.format(Locale.ROOT, "%s %.0f", one.name(), MICROS / one.micros());
    }

    /** How much is run: numbers of clients, and how often they go through a flow in one turn, all together. */
    record Extent(List<Integer> clients, int pieces, Effort effort) {}
}
