package dev.lockstile.benchmarks.growth;

import com.zaxxer.hikari.HikariDataSource;
import dev.lockstile.auth.AuthKeys;
import dev.lockstile.benchmarks.internal.host.BenchClock;
import dev.lockstile.benchmarks.internal.host.Client;
import dev.lockstile.benchmarks.internal.host.Flow;
import dev.lockstile.benchmarks.internal.host.Node;
import dev.lockstile.benchmarks.internal.host.People;
import dev.lockstile.benchmarks.internal.host.Sql;
import dev.lockstile.benchmarks.internal.host.WatchedDataSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** How PostgreSQL means to run the statements of the flows: none may read a table that grows from end to end. */
record Plans(HikariDataSource pool, DataSource plain, People people) {

    private static final Pattern SCAN = Pattern.compile("Seq Scan on (\\w+)");
    private static final Pattern MARK = Pattern.compile("\\?");

    /** The statements of the flows that read such a table in full, with their plans. */
    List<Scan> scans() {
        List<Scan> scans = new ArrayList<>();
        WatchedDataSource watched = new WatchedDataSource();
        BenchClock clock = new BenchClock();
        try (Node node = Node.on(watched.around(pool), AuthKeys.generate(), clock)) {
            for (Flow flow : Flow.values()) {
                Client client = new Client(node, clock, people, 0, 1);
                watched.during(() -> go(client, flow)).statements().stream()
                        .distinct()
                        .flatMap(statement -> scans(flow, statement))
                        .forEach(scans::add);
            }
        }
        return scans;
    }

    private static void go(Client client, Flow flow) {
        if (!client.through(flow).getAsBoolean()) {
            throw new IllegalStateException(flow + " was refused: there are no statements to look at");
        }
    }

    private Stream<Scan> scans(Flow flow, String statement) {
        String plan = plan(statement);
        return SCAN.matcher(plan)
                .results()
                .map(found -> found.group(1))
                .filter(GeneratedHistory.TABLES::contains)
                .map(table -> new Scan(flow, table, statement, plan));
    }

    private String plan(String statement) {
        AtomicInteger number = new AtomicInteger();
        String numbered = MARK.matcher(statement).replaceAll(mark -> "\\$" + number.incrementAndGet());
        StringBuilder plan = new StringBuilder();
        // without values, as the server plans a statement that it has seen often
        for (List<String> line : new Sql(plain).rows("explain (generic_plan) " + numbered)) {
            plan.append(line.get(0)).append('\n');
        }
        return plan.toString();
    }

    /** A table read in full. */
    record Scan(Flow flow, String table, String statement, String plan) {}
}
