package dev.lockstile.benchmarks.moving;

import com.zaxxer.hikari.HikariDataSource;
import dev.lockstile.auth.schema.AuthSchema;
import dev.lockstile.benchmarks.internal.host.Database;
import dev.lockstile.benchmarks.internal.host.PostgresServer;
import dev.lockstile.benchmarks.internal.race.Machine;
import dev.lockstile.benchmarks.internal.race.Race;
import dev.lockstile.benchmarks.internal.race.Race.Timed;
import dev.lockstile.benchmarks.internal.race.Results;
import dev.lockstile.benchmarks.moving.MeasuredImport.Seen;
import dev.lockstile.benchmarks.moving.MeasuredImport.Step;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Moves people in by turns: our import in a process of its own with a heap of 256 MB, then the very rows it has written
 * by multi-row inserts and by COPY into empty tables with the same indexes, and some people by the loop of the guides.
 * Arguments: the folder for the results, {@code --quick}, {@code --people} and {@code --more}, a number each; those of
 * {@code --more} are planned, imported, compared and rolled back once, to see whether the rate holds.
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
                number(given, "--more", quick ? 0 : 1_000_000));
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
            notes.add(more(server, extent.more()));
        }
        String title = String.format(Locale.ROOT, "%,d people moved in, time for a thousand", extent.people());
        return new Results("Import", Machine.here(), notes, List.of(Race.of(title, timed(turns))));
    }

    private static Round turn(PostgresServer server, Database old, Extent extent) {
        Database host = tables(server);
        Seen seen = MeasuredImport.run(Step.RUN, old, host, WORKERS);
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

    /** All steps of one import, in their order, and the bare ways beside it. */
    private static String more(PostgresServer server, int people) {
        Database old = server.fresh();
        OldUsers.create(old, people);
        Database host = tables(server);
        Map<Step, Seen> seen = new EnumMap<>(Step.class);
        Database bare = tables(server);
        Database copied = tables(server);
        double inserts = 0;
        double copy = 0;
        for (Step step : Step.values()) {
            if (step == Step.ROLLBACK) {
                inserts = BareInsert.seconds(host, bare);
                copy = BareCopy.seconds(host, copied);
            }
            Seen one = MeasuredImport.run(step, old, host, WORKERS);
            if (one.people() != people) {
                throw new IllegalStateException(step + " did " + one.people() + " of " + people);
            }
            seen.put(step, one);
        }
        List.of(old, host, bare, copied).forEach(server::drop);
        Seen run = Objects.requireNonNull(seen.get(Step.RUN));
        return String.format(
                Locale.ROOT,
                "%,d people in one run: %s; the run %.0f people a second, %.3f of multi-row inserts (%.1f s) where COPY"
                        + " takes %.3f.",
                people,
                seen.entrySet().stream()
                        .map(one -> one.getKey().name().toLowerCase(Locale.ROOT) + ' ' + words(one.getValue()))
                        .collect(Collectors.joining(", ")),
                run.rate(),
                run.seconds() / inserts,
                inserts,
                copy / inserts);
    }

    private static String words(Seen seen) {
        return String.format(Locale.ROOT, "%.1f s (%d MB)", seen.seconds(), seen.heapMb());
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
     * @param more how many people to take through all steps at the end
     */
    record Extent(int people, int rounds, int looped, int more) {}

    /** Seconds for a thousand people, each way. */
    private record Round(double inserted, double copied, double imported, double looped, long heapMb) {}
}
