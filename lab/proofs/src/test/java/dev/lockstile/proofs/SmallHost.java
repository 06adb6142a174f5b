package dev.lockstile.proofs;

import com.zaxxer.hikari.HikariDataSource;
import dev.lockstile.auth.Auth;
import dev.lockstile.auth.jpa.JpaAuthStore;
import dev.lockstile.auth.schema.AuthTable;
import dev.lockstile.auth.schema.hosts.TestHost;
import jakarta.persistence.EntityManagerFactory;
import java.time.Clock;
import java.time.Duration;

/** A host in this process with a pool of its own, which waits a second for a connection. It sends what is due. */
record SmallHost(HikariDataSource pool, EntityManagerFactory emf, Auth auth) implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    static SmallHost start(Deployment deployment, TestHost entities, Letters letters) {
        HikariDataSource pool = deployment.impatientPool(PATIENCE);
        EntityManagerFactory emf = ProofHost.open(entities, pool);
        JpaAuthStore store = JpaAuthStore.builder(emf)
                .outboxTable(entities.table(AuthTable.OUTBOX))
                .throttleTable(entities.table(AuthTable.THROTTLE))
                .importTables(entities.table(AuthTable.IMPORT_RUN).replaceFirst("_run$", ""))
                .build();
        Auth auth = deployment.wire(store, letters.senders(), Clock.systemUTC());
        return new SmallHost(pool, emf, auth.start());
    }

    @Override
    public void close() {
        auth.close();
        emf.close();
        pool.close();
    }
}
