package dev.lockstile.auth.jpa.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.account.Registration;
import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.hook.AuthHook;
import dev.lockstile.auth.hook.AuthHook.Deletion;
import dev.lockstile.auth.hook.AuthHook.NewAccount;
import dev.lockstile.auth.hook.Verdict;
import dev.lockstile.auth.jpa.JpaAuthStore;
import dev.lockstile.auth.jpa.hosts.OpenHost;
import dev.lockstile.auth.jpa.hosts.OwnColumn;
import dev.lockstile.auth.login.PasswordLogin;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.schema.hosts.TestDatabase;
import dev.lockstile.auth.schema.hosts.TestHost;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.ConnectionHeldException;
import dev.lockstile.auth.token.ClientInfo;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a host that calls flows within its own transaction can rely on. */
@Timeout(60)
final class FlowsInHostTransactionTest {

    private final ThreadLocal<EntityManager> current = new ThreadLocal<>();
    private final List<AuthEvent> told = new CopyOnWriteArrayList<>();
    private final Against against = new Against();
    private OpenHost host;
    private JpaAuthStore store;
    private Auth auth;

    private void open(TestDatabase database) {
        host = OpenHost.lazily(TestHost.LEGACY, database);
        store = host.builder().joining(current::get).build();
        auth = JpaFlowFixture.on(store).hook(against).audit(told::add).build();
        host.emf()
                .runInTransaction(em -> em.createNativeQuery("create table guest_book (line varchar(40) unique)")
                        .executeUpdate());
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
    void the_work_of_a_registration_sets_a_column_of_the_host(TestDatabase database) {
        open(database);
        assertThat(register(account -> {
                    OwnColumn.set(store, account.user().id(), "annie");
                    return Verdict.allow();
                }))
                .isInstanceOf(Outcome.Done.class);
        assertThat(texts("select nickname from people")).containsExactly("annie");
    }

    @ParameterizedTest
    @EnumSource(names = {"H2", "POSTGRES"})
    void a_key_of_the_hosts_own_rows_is_the_hosts_own_failure(TestDatabase database) {
        open(database);
        inTransaction(em -> write(em, "taken"), true);
        assertThatThrownBy(() -> register(account -> {
                    write(store.transactionUnderWay(), "taken");
                    return Verdict.allow();
                }))
                .isInstanceOf(PersistenceException.class);
        assertThat(texts("select mail_address from people")).isEmpty();
        assertThat(register(account -> Verdict.allow())).isInstanceOf(Outcome.Done.class);
        assertThat(texts("select mail_address from people")).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(names = {"H2", "POSTGRES"})
    void what_the_host_rolls_back_takes_the_account_its_mail_and_its_event_with_it(TestDatabase database) {
        open(database);
        inTransaction(
                em -> {
                    assertThat(register(account -> Verdict.allow())).isInstanceOf(Outcome.Done.class);
                    write(em, "with the account");
                },
                false);
        assertThat(texts("select mail_address from people")).isEmpty();
        assertThat(texts("select line from guest_book")).isEmpty();
        assertThat(auth.messages().dispatchDue()).isZero();
        auth.close();
        assertThat(told).isEmpty();
    }

    /** In Spring this ended in an UnexpectedRollbackException at the commit. */
    @ParameterizedTest
    @EnumSource(names = {"H2", "POSTGRES"})
    void a_veto_inside_a_transaction_of_the_host_leaves_that_one_to_be_committed(TestDatabase database) {
        open(database);
        against.everything = true;
        inTransaction(
                em -> {
                    assertThat(register(account -> Verdict.allow())).isInstanceOf(Outcome.Done.class);
                    write(em, "after the hook's veto");
                },
                true);
        against.everything = false;
        inTransaction(
                em -> {
                    assertThat(register(account -> {
                                write(store.transactionUnderWay(), "of the vetoed work");
                                OwnColumn.set(store, account.user().id(), "nobody");
                                return Verdict.veto("no_licence_left");
                            }))
                            .isInstanceOf(Outcome.Done.class);
                    write(em, "after the veto of the work");
                },
                true);
        assertThat(texts("select line from guest_book order by line"))
                .containsExactly("after the hook's veto", "after the veto of the work");
        assertThat(texts("select mail_address from people")).isEmpty();
        auth.close();
        assertThat(told).hasSize(2).noneMatch(AuthEvent::succeeded);
    }

    @ParameterizedTest
    @EnumSource(names = {"H2", "POSTGRES"})
    void a_vetoed_deletion_leaves_the_transaction_of_the_host_to_be_committed(TestDatabase database) {
        open(database);
        UserId ana = registered();
        against.everything = true;
        inTransaction(
                em -> {
                    write(em, "before");
                    assertThat(auth.admin().delete(ana)).isFalse();
                    write(em, "after");
                },
                true);
        assertThat(texts("select line from guest_book")).hasSize(2);
        against.everything = false;
        inTransaction(em -> assertThat(auth.admin().delete(ana)).isTrue(), true);
        assertThat(texts("select mail_address from people where deleted_at is null"))
                .isEmpty();
    }

    /** The audit hears of what happens inside without a connection of its own while the host's is held. */
    @ParameterizedTest
    @EnumSource(names = {"H2", "POSTGRES"})
    void on_a_pool_of_one_everything_that_may_be_called_inside_is_answered(TestDatabase database) {
        open(database);
        UserId ana = registered();
        host.pool().setMaximumPoolSize(1);
        try (Auth audited =
                JpaFlowFixture.on(store).audit(store.eventLog().orElseThrow()).build()) {
            inTransaction(
                    em -> {
                        write(em, "holds the connection");
                        assertThat(audited.admin().disable(ana)).isTrue();
                        assertThat(audited.admin().restore(ana))
                                .as("not deleted")
                                .isFalse();
                        assertThatThrownBy(() -> audited.login()
                                        .signIn(new PasswordLogin.Request(
                                                "ana", Secret.of("plum-harbour-4417"), ClientInfo.web("192.0.2.7"))))
                                .isInstanceOf(ConnectionHeldException.class);
                    },
                    true);
        }
        assertThat(texts("select cast(count(*) as varchar(9)) from audit")).containsExactly("3");
    }

    private UserId registered() {
        UserId[] id = new UserId[1];
        register(account -> {
            id[0] = account.user().id();
            return Verdict.allow();
        });
        return id[0];
    }

    private Outcome<Registration.Accepted> register(Function<NewAccount, Verdict> work) {
        return auth.registrations().register(JpaFlowFixture.registration(1), work);
    }

    private static void write(EntityManager em, String line) {
        em.createNativeQuery("insert into guest_book values (:line)")
                .setParameter("line", line)
                .executeUpdate();
    }

    private void inTransaction(Consumer<EntityManager> work, boolean commit) {
        try (EntityManager em = host.emf().createEntityManager()) {
            em.getTransaction().begin();
            current.set(em);
            try {
                work.accept(em);
                if (commit) {
                    em.getTransaction().commit();
                }
            } finally {
                current.remove();
                if (em.getTransaction().isActive()) {
                    em.getTransaction().rollback();
                }
            }
        }
    }

    @SuppressWarnings("unchecked")
    private List<String> texts(String sql) {
        return host.emf().callInTransaction(em -> em.createNativeQuery(sql).getResultList());
    }

    /** A hook that is against everything, or nothing. */
    private static final class Against implements AuthHook {

        private boolean everything;

        private Verdict verdict() {
            return everything ? Verdict.veto("not_here") : Verdict.allow();
        }

        @Override
        public Verdict beforeRegistration(NewAccount account) {
            return verdict();
        }

        @Override
        public Verdict beforeDeletion(Deletion deletion) {
            return verdict();
        }
    }
}
