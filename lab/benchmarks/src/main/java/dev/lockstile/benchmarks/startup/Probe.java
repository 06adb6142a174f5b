package dev.lockstile.benchmarks.startup;

import com.zaxxer.hikari.HikariDataSource;
import dev.lockstile.auth.AuthKeys;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.SigningKeys;
import dev.lockstile.benchmarks.internal.host.BenchClock;
import dev.lockstile.benchmarks.internal.host.BenchHost;
import dev.lockstile.benchmarks.internal.host.Database;
import dev.lockstile.benchmarks.internal.host.Node;
import jakarta.persistence.EntityManagerFactory;
import java.lang.management.ManagementFactory;

/**
 * A process that starts the host, and tells how long that took and what stays in the heap. Given a digest key and
 * signing keys, as a host has them in its configuration, it starts with the library.
 */
final class Probe {

    private Probe() {}

    public static void main(String[] arguments) throws Exception {
        long began = System.nanoTime();
        try (HikariDataSource pool = Database.h2().pool(2);
                AutoCloseable host = arguments.length == 0 ? bare(pool) : withLibrary(pool, arguments)) {
            long took = System.nanoTime() - began;
            System.gc();
            System.gc();
            long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
            System.out.println("@ " + took + " " + heap + " " + host.getClass().getSimpleName());
        }
    }

    private static AutoCloseable withLibrary(HikariDataSource pool, String[] arguments) {
        AuthKeys keys = new AuthKeys(Secret.of(arguments[0]), new SigningKeys(Secret.of(arguments[1])));
        return Node.on(pool, keys, new BenchClock());
    }

    private static AutoCloseable bare(HikariDataSource pool) {
        EntityManagerFactory emf = BenchHost.open(pool);
        return emf::close;
    }
}
