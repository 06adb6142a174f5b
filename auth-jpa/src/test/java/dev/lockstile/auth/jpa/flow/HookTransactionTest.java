package dev.lockstile.auth.jpa.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.jpa.hosts.OpenHost;
import dev.lockstile.auth.jpa.hosts.TestDatabase;
import dev.lockstile.auth.jpa.hosts.TestHost;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a hook writes through the transaction under way is of one piece with what the flow writes. */
final class HookTransactionTest {

    @Test
    void a_hook_writes_in_the_transaction_of_the_flow() {
        try (OpenHost host = new OpenHost(TestHost.PLAIN, TestDatabase.H2)) {
            run(host, "create table guest_book (line varchar(20))");
            host.store().alone(tx -> write(host, "stays"));
            assertThatThrownBy(() -> host.store().alone(tx -> {
                        write(host, "goes");
                        throw new IllegalStateException("a veto");
                    }))
                    .isInstanceOf(IllegalStateException.class);
            host.store().alone(tx -> {
                host.store().read(inner -> true);
                return write(host, "stays too");
            });
            assertThat(host.emf()
                            .callInTransaction(em -> em.createNativeQuery("select line from guest_book", String.class)
                                    .getResultList()))
                    .isEqualTo(List.of("stays", "stays too"));
        }
    }

    @Test
    void outside_of_a_transaction_there_is_none() {
        try (OpenHost host = new OpenHost(TestHost.PLAIN, TestDatabase.H2)) {
            host.store().read(tx -> host.store().transactionUnderWay().isOpen());
            assertThatThrownBy(() -> host.store().transactionUnderWay()).isInstanceOf(IllegalStateException.class);
        }
    }

    private static int write(OpenHost host, String line) {
        EntityManager em = host.store().transactionUnderWay();
        return em.createNativeQuery("insert into guest_book values (:line)")
                .setParameter("line", line)
                .executeUpdate();
    }

    private static void run(OpenHost host, String sql) {
        host.emf().runInTransaction(em -> em.createNativeQuery(sql).executeUpdate());
    }
}
