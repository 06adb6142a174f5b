package dev.lockstile.auth.jpa.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.account.Registration;
import dev.lockstile.auth.hook.AuthHook;
import dev.lockstile.auth.hook.AuthHook.NewAccount;
import dev.lockstile.auth.hook.Verdict;
import dev.lockstile.auth.jpa.JpaAuthStore;
import dev.lockstile.auth.jpa.hosts.BoundTransactions;
import dev.lockstile.auth.jpa.hosts.BoundTransactions.FrameworkException;
import dev.lockstile.auth.jpa.hosts.OneConnection;
import dev.lockstile.auth.jpa.hosts.OpenHost;
import dev.lockstile.auth.jpa.transaction.DatabaseRefusedException;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.schema.hosts.TestDatabase;
import dev.lockstile.auth.schema.hosts.TestHost;
import dev.lockstile.auth.store.ConnectionHeldException;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Where a framework of the host runs the transactions, a hook and the host's repositories work in the flow's own. */
@Timeout(60)
final class FrameworkTransactionTest {

    private final Repository repository = new Repository();
    private OpenHost host;
    private BoundTransactions framework;
    private JpaAuthStore store;
    private Auth auth;

    private void open(TestDatabase database) {
        host = OpenHost.through(TestHost.PLAIN, database, pool -> new OneConnection(pool).asDataSource());
        host.sql("create table guest_book (line varchar(40) unique)");
        framework = new BoundTransactions(host.emf());
        store = host.builder().transactions(framework).build();
        auth = JpaFlowFixture.on(store)
                .hook(repository)
                .audit(store.eventLog().orElseThrow())
                .build();
    }

    @AfterEach
    void close() {
        if (host != null) {
            auth.close();
            host.close();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"H2", "POSTGRES"})
    void a_row_that_a_repository_writes_in_a_hook_goes_with_the_veto(TestDatabase database) {
        open(database);
        repository.verdict = Verdict.veto("no_licence_left");
        assertThat(register(1)).isInstanceOf(Outcome.Done.class);
        assertThat(repository.seen).as("users that the repository has seen").isEqualTo(1);
        assertThat(lines()).isEmpty();
        assertThat(users()).isZero();
        repository.verdict = Verdict.allow();
        assertThat(register(2)).isInstanceOf(Outcome.Done.class);
        assertThat(lines()).containsExactly("person2@acme.example");
        assertThat(users()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"H2", "POSTGRES"})
    void a_veto_within_a_service_of_the_host_leaves_its_transaction_to_be_committed(TestDatabase database) {
        open(database);
        register(1);
        repository.verdict = Verdict.veto("not_now");
        framework.required(em -> {
            write(em, "of the service");
            return store.join(tx -> {
                assertThatThrownBy(() -> store.join(inner -> inner.callHost(() -> {
                            write(framework.manager(), "of work that failed");
                            throw new IllegalStateException("the host's own");
                        })))
                        .isInstanceOf(IllegalStateException.class);
                return true;
            });
        });
        assertThat(lines()).containsExactly("of the service", "person1@acme.example");
    }

    @ParameterizedTest
    @EnumSource(names = {"H2", "POSTGRES"})
    void what_holds_a_connection_of_the_framework_gets_no_second_one(TestDatabase database) {
        open(database);
        framework.required(em -> {
            write(em, "of the service");
            assertThatThrownBy(() -> register(1)).isInstanceOf(ConnectionHeldException.class);
            return true;
        });
        assertThat(lines()).containsExactly("of the service");
        assertThat(users()).isZero();
    }

    @ParameterizedTest
    @EnumSource(names = {"H2", "POSTGRES"})
    void a_commit_that_fails_is_understood_in_the_dress_of_the_framework(TestDatabase database) {
        open(database);
        assertThatThrownBy(() -> store.alone(tx -> {
                    framework.rollBackOnly(framework.manager());
                    return true;
                }))
                .isInstanceOf(FrameworkException.class);
        if (database == TestDatabase.POSTGRES) {
            host.sql("create table late (line varchar(9) unique deferrable initially deferred)");
            assertThatThrownBy(() -> store.alone(tx -> {
                        for (int i = 0; i < 2; i++) {
                            framework
                                    .manager()
                                    .createNativeQuery("insert into late values ('same')")
                                    .executeUpdate();
                        }
                        return true;
                    }))
                    .isInstanceOf(DatabaseRefusedException.class);
        }
    }

    private Outcome<Registration.Accepted> register(int number) {
        return auth.registrations().register(JpaFlowFixture.registration(number));
    }

    private static void write(EntityManager em, String line) {
        em.createNativeQuery("insert into guest_book values (:line)")
                .setParameter("line", line)
                .executeUpdate();
    }

    private List<String> lines() {
        return framework.required(em -> em.createNativeQuery("select line from guest_book order by line", String.class)
                .getResultList());
    }

    private long users() {
        return framework.required(em -> (Long) em.createNativeQuery("select count(*) from auth_user", Long.class)
                .getSingleResult());
    }

    /** A hook that works through the host's own repository, which knows nothing of the store. */
    private final class Repository implements AuthHook {

        private Verdict verdict = Verdict.allow();
        private long seen;

        @Override
        public Verdict beforeRegistration(NewAccount account) {
            seen = users();
            framework.required(em -> {
                write(em, String.valueOf(account.user().email()));
                return true;
            });
            return verdict;
        }
    }
}
