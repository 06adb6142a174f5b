package dev.lockstile.benchmarks.flows;

import com.zaxxer.hikari.HikariDataSource;
import dev.lockstile.auth.AuthKeys;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.SigningKeys;
import dev.lockstile.benchmarks.internal.host.BenchClock;
import dev.lockstile.benchmarks.internal.host.Client;
import dev.lockstile.benchmarks.internal.host.Database;
import dev.lockstile.benchmarks.internal.host.Flow;
import dev.lockstile.benchmarks.internal.host.Node;
import dev.lockstile.benchmarks.internal.host.People;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;

/**
 * A node in a process of its own, told in lines what to do: {@code FLOW clients first apart millis ahead}. It makes its
 * clients ready, answers {@code ready}, begins at {@code go}, and answers how often they went through the flow, how
 * long that took, and how far its clock is ahead by now.
 */
final class NodeProgram {

    private static final int SIGNED_IN = 4;

    private final Node node;
    private final BenchClock clock;

    private NodeProgram(Node node, BenchClock clock) {
        this.node = node;
        this.clock = clock;
    }

    public static void main(String[] arguments) throws Exception {
        AuthKeys keys = new AuthKeys(Secret.of(arguments[1]), new SigningKeys(Secret.of(arguments[2])));
        BenchClock clock = new BenchClock();
        try (HikariDataSource pool = new Database(arguments[0], "postgres").pool(16);
                Node node = Node.on(pool, keys, clock);
                BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            System.out.println("@ ready");
            NodeProgram program = new NodeProgram(node, clock);
            for (String order = orders.readLine(); order != null; order = orders.readLine()) {
                program.follow(order.split(" ", -1), orders);
            }
        }
    }

    private void follow(String[] order, BufferedReader orders) throws Exception {
        clock.ahead(Duration.ofMillis(Long.parseLong(order[5])));
        Flow flow = Flow.valueOf(order[0]);
        List<BooleanSupplier> clients = clients(flow, order);
        ExecutorService threads = Executors.newFixedThreadPool(clients.size());
        try {
            System.out.println("@ ready");
            if (!"go".equals(orders.readLine())) {
                throw new IOException("told to do something else");
            }
            long began = System.nanoTime();
            long end = began + Duration.ofMillis(Long.parseLong(order[4])).toNanos();
            List<Callable<Long>> work = new ArrayList<>();
            clients.forEach(client -> work.add(() -> until(end, client)));
            long done = 0;
            for (Future<Long> one : threads.invokeAll(work)) {
                done += one.get();
            }
            System.out.println(String.format(
                    Locale.ROOT,
                    "@ %d %d %d",
                    done,
                    System.nanoTime() - began,
                    clock.ahead().toMillis()));
        } finally {
            threads.shutdown();
        }
    }

    private List<BooleanSupplier> clients(Flow flow, String[] order) {
        int count = Integer.parseInt(order[1]);
        long first = Long.parseLong(order[2]);
        long apart = Long.parseLong(order[3]);
        List<BooleanSupplier> clients = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            clients.add(new Client(node, clock, people(), first + i * apart, signedIn(flow, 1)).through(flow));
        }
        return clients;
    }

    static People people() {
        return new People(20_000, 1);
    }

    /** How many of the sessions are opened before a flow begins. */
    static int signedIn(Flow flow, int clients) {
        return flow == Flow.REFRESH || flow == Flow.ME ? SIGNED_IN * clients : 0;
    }

    private static long until(long end, BooleanSupplier client) {
        long done = 0;
        while (System.nanoTime() < end) {
            if (!client.getAsBoolean()) {
                throw new IllegalStateException("refused what it should take");
            }
            done++;
        }
        return done;
    }
}
