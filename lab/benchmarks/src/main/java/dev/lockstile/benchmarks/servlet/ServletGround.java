package dev.lockstile.benchmarks.servlet;

import com.zaxxer.hikari.HikariDataSource;
import dev.lockstile.auth.AuthKeys;
import dev.lockstile.auth.http.AuthServlet;
import dev.lockstile.auth.http.settings.HttpSettings;
import dev.lockstile.auth.schema.AuthSchema;
import dev.lockstile.benchmarks.internal.host.BenchClock;
import dev.lockstile.benchmarks.internal.host.ByHand;
import dev.lockstile.benchmarks.internal.host.Client;
import dev.lockstile.benchmarks.internal.host.Database;
import dev.lockstile.benchmarks.internal.host.Flow;
import dev.lockstile.benchmarks.internal.host.Members;
import dev.lockstile.benchmarks.internal.host.Node;
import dev.lockstile.benchmarks.internal.host.People;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.eclipse.jetty.ee11.servlet.ServletHolder;

/** Both hosts, each on Jetty and on its own database of one kind with the same people. */
record ServletGround(
        String name,
        BenchClock clock,
        HikariDataSource libraryPool,
        HikariDataSource springPool,
        Node node,
        JettyHost jetty,
        SpringHost spring)
        implements AutoCloseable {

    private static final People PEOPLE = new People(2_000, 1);
    private static final int CONNECTIONS = 16;
    private static final int SIGNED_IN = 8;

    static ServletGround of(String name, Supplier<Database> databases) {
        BenchClock clock = new BenchClock();
        Database first = databases.get();
        HikariDataSource libraryPool = filled(first);
        HikariDataSource springPool = filled(databases.get());
        Node node = Node.on(libraryPool, AuthKeys.generate(), clock);
        JettyHost jetty = JettyHost.serve(
                "lockstile-http",
                context -> context.addServlet(
                        new ServletHolder(new AuthServlet(node.auth(), HttpSettings.defaults())), "/auth/*"));
        SpringHost spring = SpringHost.serve(springPool, first.isPostgres() ? "postgresql" : "h2");
        return new ServletGround(name, clock, libraryPool, springPool, node, jetty, spring);
    }

    private static HikariDataSource filled(Database database) {
        HikariDataSource pool = database.pool(CONNECTIONS);
        AuthSchema.builder(pool).build().migrate();
        Members.fill(new ByHand(pool), PEOPLE);
        return pool;
    }

    /** Through the library's servlet, a client for each connection. */
    List<BooleanSupplier> servlet(Flow flow, List<KeptConnection> connections) {
        return each(
                connections.size(),
                (number, first) ->
                        new ServletClient(connections.get(number), clock, PEOPLE, first, signedIn(flow)).through(flow));
    }

    /** Through the host of Spring's, for a flow that it has. */
    List<BooleanSupplier> spring(Flow flow, List<KeptConnection> connections) {
        return each(
                connections.size(),
                (number, first) ->
                        new SpringClient(connections.get(number), spring, PEOPLE, first, signedIn(flow)).through(flow));
    }

    /** The library's services on the same database, without HTTP. */
    List<BooleanSupplier> bare(Flow flow, int clients) {
        return each(clients, (number, first) -> new Client(node, clock, PEOPLE, first, signedIn(flow)).through(flow));
    }

    /** People far enough apart for the clients never to meet. */
    private static List<BooleanSupplier> each(int clients, ClientMaker maker) {
        return IntStream.range(0, clients)
                .mapToObj(number -> maker.make(number, (long) number * PEOPLE.count() / clients))
                .toList();
    }

    private static int signedIn(Flow flow) {
        return flow == Flow.REFRESH || flow == Flow.ME ? SIGNED_IN : 0;
    }

    @Override
    public void close() {
        spring.close();
        jetty.close();
        node.close();
        springPool.close();
        libraryPool.close();
    }

    /** Makes a client by its number and that of its first person. */
    private interface ClientMaker {
        BooleanSupplier make(int number, long first);
    }
}
