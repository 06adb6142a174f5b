package dev.lockstile.benchmarks.flows;

import com.zaxxer.hikari.HikariDataSource;
import dev.lockstile.auth.AuthKeys;
import dev.lockstile.auth.schema.AuthSchema;
import dev.lockstile.benchmarks.flows.HandClient.Hand;
import dev.lockstile.benchmarks.internal.host.BenchClock;
import dev.lockstile.benchmarks.internal.host.ByHand;
import dev.lockstile.benchmarks.internal.host.Client;
import dev.lockstile.benchmarks.internal.host.Database;
import dev.lockstile.benchmarks.internal.host.Flow;
import dev.lockstile.benchmarks.internal.host.Members;
import dev.lockstile.benchmarks.internal.host.Node;
import dev.lockstile.benchmarks.internal.host.People;
import dev.lockstile.benchmarks.internal.host.WatchedDataSource;
import dev.lockstile.benchmarks.internal.host.WatchedDataSource.Traffic;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.function.LongFunction;
import java.util.function.Supplier;

/** Two databases of one kind with the same people: one for the library, one for what is written by hand. */
record BenchmarkDatabases(String name, Part library, Part hand, Node node, Hand byHand, BenchClock clock)
        implements AutoCloseable {

    private static final People PEOPLE = new People(2_000, 1);
    private static final int CONNECTIONS = 16;
    private static final int SIGNED_IN = 8;

    static BenchmarkDatabases of(String name, Supplier<Database> databases) {
        BenchClock clock = new BenchClock();
        Part library = Part.on(databases.get());
        Part hand = Part.on(databases.get());
        SpringTokens.makeTable(hand.sql());
        return new BenchmarkDatabases(
                name,
                library,
                hand,
                Node.on(library.pool(), AuthKeys.generate(), clock),
                Hand.on(hand.sql(), clock),
                clock);
    }

    List<BooleanSupplier> library(Flow flow, int clients) {
        return each(clients, first -> new Client(node, clock, PEOPLE, first, signedIn(flow)).through(flow));
    }

    List<BooleanSupplier> byHand(Flow flow, int clients) {
        return each(clients, first -> new HandClient(byHand, PEOPLE, first, signedIn(flow)).through(flow));
    }

    List<BooleanSupplier> spring(int clients) {
        return each(clients, first -> new SpringTokens(hand.pool(), PEOPLE, first).requestAndUse());
    }

    private static int signedIn(Flow flow) {
        return flow == Flow.REFRESH || flow == Flow.ME ? SIGNED_IN : 0;
    }

    /** People far enough apart for the clients never to meet. */
    private static List<BooleanSupplier> each(int clients, LongFunction<BooleanSupplier> client) {
        List<BooleanSupplier> all = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            all.add(client.apply((long) i * PEOPLE.count() / clients));
        }
        return all;
    }

    /** What each way sends to the database for one flow, in words. */
    String traffic(Flow flow) {
        WatchedDataSource watched = new WatchedDataSource();
        try (Node seen = Node.on(watched.around(library.pool()), AuthKeys.generate(), clock)) {
            BooleanSupplier ours = new Client(seen, clock, PEOPLE, 0, 1).through(flow);
            Traffic library = again(watched, ours);
            ByHand sql = new ByHand(watched.around(hand.pool()));
            Traffic floor = again(watched, new HandClient(Hand.on(sql, clock), PEOPLE, 0, 1).through(flow));
            return String.format(
                    Locale.ROOT,
                    "%s: %d statements and %d waits for the database by the library, %d and %d by hand.",
                    flow.title(),
                    library.statements().size(),
                    library.roundTrips(),
                    floor.statements().size(),
                    floor.roundTrips());
        }
    }

    /** The third time, when keys have been drawn: Hibernate asks twice at first, then once for fifty. */
    private static Traffic again(WatchedDataSource watched, BooleanSupplier work) {
        once(work);
        once(work);
        return watched.during(() -> once(work));
    }

    private static void once(BooleanSupplier work) {
        if (!work.getAsBoolean()) {
            throw new IllegalStateException("refused: there is no traffic to look at");
        }
    }

    @Override
    public void close() {
        node.close();
        library.pool().close();
        hand.pool().close();
    }

    /** A database with people in it. */
    record Part(HikariDataSource pool, ByHand sql) {

        static Part on(Database database) {
            HikariDataSource pool = database.pool(CONNECTIONS);
            AuthSchema.builder(pool).build().migrate();
            ByHand sql = new ByHand(pool);
            Members.fill(sql, PEOPLE);
            return new Part(pool, sql);
        }
    }
}
