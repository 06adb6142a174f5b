package dev.lockstile.benchmarks.growth;

import com.zaxxer.hikari.HikariDataSource;
import dev.lockstile.auth.AuthKeys;
import dev.lockstile.auth.schema.AuthSchema;
import dev.lockstile.benchmarks.internal.host.BenchClock;
import dev.lockstile.benchmarks.internal.host.Client;
import dev.lockstile.benchmarks.internal.host.Database;
import dev.lockstile.benchmarks.internal.host.Flow;
import dev.lockstile.benchmarks.internal.host.Node;
import dev.lockstile.benchmarks.internal.host.People;
import dev.lockstile.benchmarks.internal.race.Contender;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;

/** A deployment with a past of that size. */
record Size(String name, Deployed deployed, Node node, BenchClock clock, People people) implements AutoCloseable {

    private static final int SIGNED_IN = 200;

    /**
     * Builds one on an empty database.
     *
     * @param people how many of those with a past are measured
     */
    static Size of(Database database, int rows, int people) {
        HikariDataSource pool = database.pool(4);
        AuthSchema.builder(pool).build().migrate();
        // the pool cuts off what takes long
        new GeneratedHistory(rows).fill(database.plain());
        BenchClock clock = new BenchClock();
        // one in five at most, all of them among those who have a past
        People measured = new People(people, rows / people / 5 * 5);
        return new Size(
                String.format(Locale.ROOT, "%,d rows", rows),
                new Deployed(pool, database.plain()),
                Node.on(pool, AuthKeys.generate(), clock),
                clock,
                measured);
    }

    Contender through(Flow flow) {
        // the first of the people may have got a code a moment ago, when the statements were looked at
        boolean needsTokens = flow == Flow.REFRESH || flow == Flow.ME;
        Client client = new Client(node, clock, people, 1, needsTokens ? Math.min(SIGNED_IN, people.count()) : 0);
        return new Contender(name, client.through(flow));
    }

    @Override
    public void close() {
        node.close();
        deployed.pool().close();
    }

    /** How many statements read what grows from end to end, and which. */
    List<Plans.Scan> scans() {
        return new Plans(deployed.pool(), deployed.plain(), people).scans();
    }

    String rowSizes() {
        return new RowSizes(deployed.pool()).words();
    }

    /** The way to the database, and one whose driver sends texts as they are. */
    record Deployed(HikariDataSource pool, DataSource plain) {}
}
