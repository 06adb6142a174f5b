package dev.lockstile.benchmarks.flows;

import com.zaxxer.hikari.HikariDataSource;
import dev.lockstile.auth.AuthKeys;
import dev.lockstile.auth.schema.AuthSchema;
import dev.lockstile.benchmarks.flows.RunningNode.Done;
import dev.lockstile.benchmarks.flows.RunningNode.Order;
import dev.lockstile.benchmarks.internal.host.ByHand;
import dev.lockstile.benchmarks.internal.host.Database;
import dev.lockstile.benchmarks.internal.host.Flow;
import dev.lockstile.benchmarks.internal.host.Members;
import dev.lockstile.benchmarks.internal.host.PostgresServer;
import dev.lockstile.benchmarks.internal.race.Machine;
import dev.lockstile.benchmarks.internal.race.Race;
import dev.lockstile.benchmarks.internal.race.Race.Timed;
import dev.lockstile.benchmarks.internal.race.Results;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One process on a database, and two that share the same clients and the same database, by turns; afterwards the rows
 * are counted against what the nodes say they did. Arguments: the folder for the results, {@code --quick}.
 */
final class Nodes {

    private final List<RunningNode> all;
    private final Extent extent;
    private long ahead;
    private final WrittenCounts runCounts = new WrittenCounts();

    private Nodes(List<RunningNode> all, Extent extent) {
        this.all = all;
        this.extent = extent;
    }

    public static void main(String[] arguments) throws IOException {
        boolean quick = List.of(arguments).contains("--quick");
        try (PostgresServer server = PostgresServer.start(true)) {
            Results results = run(server, quick ? new Extent(16, 3, 700) : new Extent(16, 10, 2_000));
            results.races().forEach(Race::tell);
            results.notes().forEach(System.out::println);
            results.writeTo(Path.of(arguments[0]), "nodes");
        }
    }

    static Results run(PostgresServer server, Extent extent) throws IOException {
        Database database = server.fresh();
        AuthKeys keys = AuthKeys.generate();
        try (HikariDataSource pool = database.pool(2)) {
            AuthSchema.builder(pool).build().migrate();
            Members.fill(new ByHand(pool), NodeProgram.people());
            try (RunningNode first = RunningNode.start(database, keys);
                    RunningNode second = RunningNode.start(database, keys)) {
                Nodes nodes = new Nodes(List.of(first, second), extent);
                List<Race> races = new ArrayList<>();
                for (Flow flow : Flow.values()) {
                    races.add(nodes.race(flow));
                }
                return new Results(
                        "Two nodes", Machine.here(), List.of(nodes.runCounts.against(new ByHand(pool))), races);
            }
        }
    }

    private Race race(Flow flow) throws IOException {
        double[] one = new double[extent.turns()];
        double[] two = new double[extent.turns()];
        turn(flow, all.subList(0, 1));
        turn(flow, all);
        for (int i = 0; i < extent.turns(); i++) {
            one[i] = turn(flow, all.subList(0, 1));
            two[i] = turn(flow, all);
        }
        String title = String.format(Locale.ROOT, "%s, %d clients", flow.title(), extent.clients());
        return Race.of(
                title,
                List.of(new Timed("on one node", one, 0), new Timed("half of them on each of two nodes", two, 0)));
    }

    /** The time for one piece, of all clients together. */
    private double turn(Flow flow, List<RunningNode> nodes) throws IOException {
        int clients = extent.clients() / nodes.size();
        long apart = NodeProgram.people().count() / extent.clients();
        for (int i = 0; i < nodes.size(); i++) {
            nodes.get(i).prepare(new Order(flow, clients, i * clients * apart, apart, extent.millis(), ahead));
        }
        for (RunningNode node : nodes) {
            node.go();
        }
        double rate = 0;
        for (RunningNode node : nodes) {
            Done done = node.done();
            rate += (double) done.times() / done.nanos();
            ahead = Math.max(ahead, done.ahead());
            runCounts.add(flow, done.times(), NodeProgram.signedIn(flow, clients));
        }
        return 1 / rate;
    }

    /** How many clients in all, how many turns, and how long one is. */
    record Extent(int clients, int turns, long millis) {}
}
