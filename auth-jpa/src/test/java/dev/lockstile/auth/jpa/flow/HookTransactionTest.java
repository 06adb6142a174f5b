package dev.lockstile.auth.jpa.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.jpa.JpaAuthStore;
import dev.lockstile.auth.jpa.hosts.OpenHost;
import dev.lockstile.auth.schema.hosts.TestDatabase;
import dev.lockstile.auth.schema.hosts.TestHost;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a hook writes through the transaction under way is of one piece with what the flow writes. */
final class HookTransactionTest {

    @Test
    void a_hook_writes_in_the_transaction_of_the_flow() {
        try (OpenHost host = new OpenHost(TestHost.PLAIN, TestDatabase.H2)) {
            JpaAuthStore store = host.store();
            run(host, "create table guest_book (line varchar(20))");
            store.alone(tx -> write(store, "stays"));
            assertThatThrownBy(() -> store.alone(tx -> {
                        write(store, "goes");
                        throw new IllegalStateException("a veto");
                    }))
                    .isInstanceOf(IllegalStateException.class);
            store.alone(tx -> {
                store.read(inner -> true);
                return write(store, "stays too");
            });
            assertThat(lines(host)).isEqualTo(List.of("stays", "stays too"));
        }
    }

    @Test
    void outside_of_a_transaction_there_is_none() {
        try (OpenHost host = new OpenHost(TestHost.PLAIN, TestDatabase.H2)) {
            JpaAuthStore store = host.store();
            store.read(tx -> store.transactionUnderWay().isOpen());
            assertThatThrownBy(() -> store.transactionUnderWay()).isInstanceOf(IllegalStateException.class);
        }
    }

    private static int write(JpaAuthStore store, String line) {
        EntityManager em = store.transactionUnderWay();
        return em.createNativeQuery("insert into guest_book values (:line)")
                .setParameter("line", line)
                .executeUpdate();
    }

    private static List<?> lines(OpenHost host) {
        return host.emf()
                .callInTransaction(em ->
                        em.createNativeQuery("select line from guest_book").getResultList());
    }

    private static void run(OpenHost host, String sql) {
        host.emf().runInTransaction(em -> em.createNativeQuery(sql).executeUpdate());
    }
}
