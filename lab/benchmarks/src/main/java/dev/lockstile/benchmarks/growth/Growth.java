package dev.lockstile.benchmarks.growth;

import dev.lockstile.benchmarks.internal.host.Flow;
import dev.lockstile.benchmarks.internal.host.PostgresServer;
import dev.lockstile.benchmarks.internal.race.Effort;
import dev.lockstile.benchmarks.internal.race.Machine;
import dev.lockstile.benchmarks.internal.race.Race;
import dev.lockstile.benchmarks.internal.race.Results;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Runs each flow by turns on databases of one server, which differ in how much past they hold. Arguments: the folder
 * for the results, {@code --quick}, {@code --large} and numbers of rows with commas between them.
 */
final class Growth {

    private Growth() {}

    public static void main(String[] arguments) throws IOException {
        List<String> given = List.of(arguments);
        boolean quick = given.contains("--quick");
        int at = given.indexOf("--large");
        String large = at < 0 ? (quick ? "20000,50000" : "1000000,10000000") : given.get(at + 1);
        List<Integer> many =
                Arrays.stream(large.split(",", -1)).map(Integer::valueOf).toList();
        Results results = run(quick ? 1_000 : 10_000, many, quick ? Effort.of(60, 5) : Effort.of(240, 10));
        results.notes().forEach(System.out::println);
        results.writeTo(Path.of(given.get(0)), "growth");
    }

    /** The server does not wait for its disk: that wait is the same at every size, and would hide what is not. */
    static Results run(int few, List<Integer> many, Effort effort) throws IOException {
        long began = System.nanoTime();
        List<Size> sizes = new ArrayList<>();
        try (PostgresServer server = PostgresServer.start(false)) {
            try {
                sizes.add(Size.of(server.fresh(), few, few / 5));
                for (int rows : many) {
                    sizes.add(Size.of(server.fresh(), rows, few / 5));
                }
                String built = String.format(Locale.ROOT, "The tables were built in %d s.", seconds(began));
                return measure(sizes, effort, built);
            } finally {
                sizes.forEach(Size::close);
            }
        }
    }

    /** By turns on all of them; the first is the yardstick, the last the largest. */
    static Results measure(List<Size> sizes, Effort effort, String built) throws IOException {
        for (Size size : sizes.subList(1, sizes.size())) {
            List<Plans.Scan> scans = size.scans();
            if (!scans.isEmpty()) {
                throw new IllegalStateException("these read a whole table: " + scans);
            }
        }
        List<Race> races = new ArrayList<>();
        for (Flow flow : Flow.values()) {
            races.add(Race.run(
                            flow.title(),
                            sizes.stream().map(size -> size.through(flow)).toList(),
                            effort)
                    .tell());
        }
        String plans = "No statement of a flow reads a whole table of people, profiles, codes or sessions.";
        String bytes = sizes.get(sizes.size() - 1).rowSizes();
        return new Results("Growth", Machine.here(), List.of(built, plans, bytes), races);
    }

    private static long seconds(long began) {
        return (System.nanoTime() - began) / 1_000_000_000;
    }
}
