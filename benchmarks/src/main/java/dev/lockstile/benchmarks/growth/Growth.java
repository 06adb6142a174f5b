package dev.lockstile.benchmarks.growth;

import dev.lockstile.benchmarks.host.Flow;
import dev.lockstile.benchmarks.host.PostgresServer;
import dev.lockstile.benchmarks.race.Effort;
import dev.lockstile.benchmarks.race.Machine;
import dev.lockstile.benchmarks.race.Race;
import dev.lockstile.benchmarks.race.Results;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Runs each flow by turns on two databases of one server, which differ in how much past they hold. Arguments: the folder
 * for the results, {@code --quick}, {@code --large} and a number of rows.
 */
public final class Growth {

    private Growth() {}

    public static void main(String[] arguments) throws IOException {
        List<String> given = List.of(arguments);
        boolean quick = given.contains("--quick");
        int at = given.indexOf("--large");
        int large = at < 0 ? (quick ? 50_000 : 5_000_000) : Integer.parseInt(given.get(at + 1));
        Results results = run(quick ? 1_000 : 10_000, large, quick ? Effort.of(60, 5) : Effort.of(400, 10));
        results.notes().forEach(System.out::println);
        results.writeTo(Path.of(given.get(0)), "growth");
    }

    /** The server does not wait for its disk: that wait is the same at every size, and would hide what is not. */
    static Results run(int few, int many, Effort effort) throws IOException {
        long began = System.nanoTime();
        try (PostgresServer server = PostgresServer.start(false);
                Size small = Size.of(server.fresh(), few, few / 5);
                Size large = Size.of(server.fresh(), many, few / 5)) {
            String built = String.format(Locale.ROOT, "The tables were built in %d s.", seconds(began));
            return measure(small, large, effort, built);
        }
    }

    static Results measure(Size small, Size large, Effort effort, String built) throws IOException {
        List<Plans.Scan> scans = large.scans();
        if (!scans.isEmpty()) {
            throw new IllegalStateException("these read a whole table: " + scans);
        }
        List<Race> races = new ArrayList<>();
        for (Flow flow : Flow.values()) {
            races.add(Race.run(flow.title(), List.of(small.through(flow), large.through(flow)), effort)
                    .tell());
        }
        String plans = "No statement of a flow reads a whole table of people, profiles, codes or sessions.";
        return new Results("Growth", Machine.here(), List.of(built, plans, large.rowSizes()), races);
    }

    private static long seconds(long began) {
        return (System.nanoTime() - began) / 1_000_000_000;
    }
}
