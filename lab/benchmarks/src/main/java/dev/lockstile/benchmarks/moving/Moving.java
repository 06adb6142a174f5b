package dev.lockstile.benchmarks.moving;

import com.zaxxer.hikari.HikariDataSource;
import dev.lockstile.auth.schema.AuthSchema;
import dev.lockstile.benchmarks.internal.host.Database;
import dev.lockstile.benchmarks.internal.host.PostgresServer;
import dev.lockstile.benchmarks.internal.race.Machine;
import dev.lockstile.benchmarks.internal.race.Race;
import dev.lockstile.benchmarks.internal.race.Race.Timed;
import dev.lockstile.benchmarks.internal.race.Results;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Moves people in by turns: our import in a process of its own with a heap of 256 MB, then the very rows it has written
 * by multi-row inserts and by COPY into empty tables with the same indexes, and some people by the loop of the guides.
 * Arguments: the folder for the results, {@code --quick}, {@code --people} and {@code --more}, a number each; those of
 * {@code --more} are imported once, to see whether the rate holds.
 */
final class Moving {

    private static final int WORKERS = 2;

    private Moving() {}

    public static void main(String[] arguments) throws IOException {
        List<String> given = List.of(arguments);
        boolean quick = given.contains("--quick");
        Extent extent = new Extent(
                number(given, "--people", quick ? 5_000 : 150_000),
                quick ? 2 : 3,
                quick ? 200 : 2_000,
                number(given, "--more", 0));
        try (PostgresServer server = PostgresServer.start(true)) {
            Results results = run(server, extent);
            results.races().forEach(Race::tell);
            results.notes().forEach(System.out::println);
            results.writeTo(Path.of(given.get(0)), "import");
        }
    }

    private static int number(List<String> given, String option, int otherwise) {
        int at = given.indexOf(option);
        return at < 0 ? otherwise : Integer.parseInt(given.get(at + 1));
    }

    static Results run(PostgresServer server, Extent extent) throws IOException {
        List<Round> turns = new ArrayList<>();
        Database old = server.fresh();
        OldUsers.create(old, extent.people());
        for (int round = 0; round < extent.rounds(); round++) {
            turns.add(turn(server, old, extent));
        }
        server.drop(old);
        List<String> notes = new ArrayList<>(List.of(words(extent, turns)));
        if (extent.more() > 0) {
            notes.add(more(server, extent.more(), median(turns)));
        }
        String title = String.format(Locale.ROOT, "%,d people moved in, time for a thousand", extent.people());
        return new Results("Import", Machine.here(), notes, List.of(Race.of(title, timed(turns))));
    }

    private static Round turn(PostgresServer server, Database old, Extent extent) {
        Database host = tables(server);
        MeasuredImport.Seen seen = MeasuredImport.run(old, host, WORKERS);
        if (seen.people() != extent.people()) {
            throw new IllegalStateException(seen.people() + " people arrived of " + extent.people());
        }
        Database bare = tables(server);
        double inserts = BareInsert.seconds(host, bare);
        Database copied = tables(server);
        double copy = BareCopy.seconds(host, copied);
        Database looped = tables(server);
        double rate = OneByOne.rate(old, looped, extent.looped());
        List.of(host, bare, copied, looped).forEach(server::drop);
        double thousands = extent.people() / 1e3;
        return new Round(inserts / thousands, copy / thousands, seen.seconds() / thousands, 1e3 / rate, seen.heapMb());
    }

    /** Seconds for a thousand people, of the import. */
    private static double median(List<Round> turns) {
        double[] sorted = turns.stream().mapToDouble(Round::imported).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    private static String more(PostgresServer server, int people, double before) {
        Database old = server.fresh();
        OldUsers.create(old, people);
        MeasuredImport.Seen seen = MeasuredImport.run(old, tables(server), WORKERS);
        return String.format(
                Locale.ROOT,
                "%,d people came at %.0f a second, %.2f of the median rate before, in a heap of %d MB.",
                seen.people(),
                seen.rate(),
                seen.rate() * before / 1e3,
                seen.heapMb());
    }

    /** The tables of a host, empty. */
    private static Database tables(PostgresServer server) {
        Database database = server.fresh();
        try (HikariDataSource pool = database.pool(2)) {
            AuthSchema.builder(pool).build().migrate();
        }
        return database;
    }

    private static List<Timed> timed(List<Round> turns) {
        return List.of(
                new Timed(
                        "multi-row inserts",
                        nanos(turns.stream().map(Round::inserted).toList()),
                        0),
                new Timed("COPY", nanos(turns.stream().map(Round::copied).toList()), 0),
                new Timed(
                        "Lockstile import",
                        nanos(turns.stream().map(Round::imported).toList()),
                        0),
                new Timed("one by one", nanos(turns.stream().map(Round::looped).toList()), 0));
    }

    private static double[] nanos(List<Double> seconds) {
        return seconds.stream().mapToDouble(each -> each * 1e9).toArray();
    }

    private static String words(Extent extent, List<Round> turns) {
        long[] heaps = turns.stream().mapToLong(Round::heapMb).sorted().toArray();
        return String.format(
                Locale.ROOT,
                "The import with %d workers read, checked, wrote and reported within %d MB of heap at most, of 256; inserts"
                        + " and COPY put the same rows (people, profiles, ledger) over one connection, their reading not"
                        + " counted; the loop moved %,d people. Import rates: %s a second.",
                WORKERS,
                heaps[heaps.length - 1],
                extent.looped(),
                Arrays.toString(turns.stream()
                        .mapToLong(turn -> Math.round(1e3 / turn.imported()))
                        .toArray()));
    }

    /**
     * How much is run.
     *
     * @param looped how many of the people the loop moves
     * @param more how many people to import once at the end
     */
    record Extent(int people, int rounds, int looped, int more) {}

    /** Seconds for a thousand people, each way. */
    private record Round(double inserted, double copied, double imported, double looped, long heapMb) {}
}
