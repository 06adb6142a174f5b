package dev.lockstile.auth.jpa;

import static dev.lockstile.auth.jpa.Rowset.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.jpa.hosts.OpenHost;
import dev.lockstile.auth.model.AbstractUser;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.SettingsJson;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.schema.hosts.EachDatabase;
import dev.lockstile.auth.schema.hosts.TestDatabase;
import dev.lockstile.auth.schema.hosts.TestHost;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.AuthStore;
import dev.lockstile.auth.store.ConnectionHeldException;
import dev.lockstile.auth.store.KeyTakenException;
import dev.lockstile.auth.store.StoredUser;
import jakarta.persistence.EntityManager;
import jakarta.persistence.metamodel.EntityType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

/** What happens inside, beside and against a transaction of the host. */
final class HostTransactionTest {

    private final ThreadLocal<EntityManager> current = new ThreadLocal<>();
    private OpenHost host;
    private AuthStore store;

    private void open(TestDatabase database) {
        host = new OpenHost(TestHost.PLAIN, database);
        store = host.builder().joining(current::get).build();
    }

    @AfterEach
    void close() {
        if (host != null) {
            host.close();
        }
    }

    @ParameterizedTest
    @ArgumentsSource(EachDatabase.class)
    void joined_work_is_committed_by_the_host(TestDatabase database) {
        open(database);
        try (EntityManager em = begin()) {
            store.join(tx -> tx.users().insert(Rowset.user("ana")));
            assertThat(elsewhere(() -> find("ana")))
                    .as("not before the host commits")
                    .isEmpty();
            em.getTransaction().commit();
        }
        assertThat(find("ana")).isPresent();
    }

    @ParameterizedTest
    @ArgumentsSource(EachDatabase.class)
    void joined_work_goes_when_the_host_rolls_back_and_work_alone_is_refused(TestDatabase database) {
        open(database);
        try (EntityManager em = begin()) {
            store.join(tx -> tx.users().insert(Rowset.user("joined")));
            assertThatThrownBy(() -> store.alone(tx -> tx.users().insert(Rowset.user("alone"))))
                    .isInstanceOf(ConnectionHeldException.class)
                    .hasMessageContaining("register(registration, account -> ...)");
            em.getTransaction().rollback();
        }
        assertThat(find("joined")).isEmpty();
        assertThat(find("alone")).isEmpty();
    }

    @ParameterizedTest
    @ArgumentsSource(EachDatabase.class)
    void a_transaction_that_has_not_taken_its_connection_lets_work_alone_go_first(TestDatabase database) {
        host = OpenHost.lazily(TestHost.PLAIN, database);
        store = host.builder().joining(current::get).build();
        try (EntityManager em = begin()) {
            store.alone(tx -> tx.users().insert(Rowset.user("alone")));
            assertThat(find("alone")).isPresent();
            store.join(tx -> tx.users().insert(Rowset.user("joined")));
            assertThatThrownBy(() -> store.alone(tx -> tx.users().insert(Rowset.user("late"))))
                    .isInstanceOf(ConnectionHeldException.class);
            em.getTransaction().rollback();
        }
        assertThat(find("alone")).isPresent();
        assertThat(find("joined")).isEmpty();
    }

    @ParameterizedTest
    @ArgumentsSource(EachDatabase.class)
    void joined_work_that_gives_up_leaves_the_host_as_it_was(TestDatabase database) {
        open(database);
        UserId ana = store.alone(tx -> tx.users().insert(Rowset.user("ana")));
        RuntimeException veto = new IllegalStateException("a veto");
        try (EntityManager em = begin()) {
            AbstractUser loaded = load(em, ana);
            loaded.replaceSettings(SettingsJson.EMPTY.with("language", "es"));
            assertThatThrownBy(() -> store.join(tx -> {
                        UserId bea = tx.users().insert(Rowset.user("bea"));
                        load(em, bea).replaceSettings(SettingsJson.EMPTY.with("language", "fr"));
                        loaded.replaceSettings(SettingsJson.EMPTY.with("language", "pt"));
                        throw veto;
                    }))
                    .isSameAs(veto);
            assertThat(em.getTransaction().getRollbackOnly()).isFalse();
            em.getTransaction().commit();
        }
        assertThat(find("ana").orElseThrow().info().language()).isEqualTo("es");
        assertThat(find("bea")).isEmpty();
    }

    @ParameterizedTest
    @ArgumentsSource(EachDatabase.class)
    void actions_wait_for_the_commit_of_the_host(TestDatabase database) {
        open(database);
        List<Boolean> seen = new ArrayList<>();
        try (EntityManager em = begin()) {
            store.join(tx -> {
                tx.afterCommit(() -> seen.add(find("ana").isPresent()));
                return tx.users().insert(Rowset.user("ana"));
            });
            assertThat(seen).isEmpty();
            em.getTransaction().commit();
        }
        assertThat(seen).containsExactly(true);
    }

    @ParameterizedTest
    @ArgumentsSource(EachDatabase.class)
    void actions_are_dropped_when_the_host_rolls_back(TestDatabase database) {
        open(database);
        List<String> ran = new ArrayList<>();
        try (EntityManager em = begin()) {
            store.join(tx -> {
                tx.afterCommit(() -> ran.add("told"));
                return true;
            });
            em.getTransaction().rollback();
        }
        assertThat(ran).isEmpty();
    }

    @ParameterizedTest
    @ArgumentsSource(EachDatabase.class)
    void joined_work_that_fails_keeps_the_host_from_committing_half(TestDatabase database) {
        open(database);
        store.alone(tx -> tx.users().insert(Rowset.user("ana")));
        try (EntityManager em = begin()) {
            assertThatThrownBy(() -> store.join(tx -> tx.users().insert(Rowset.user("ana"))))
                    .isInstanceOf(KeyTakenException.class)
                    .hasMessageNotContaining("key-ana")
                    .rootCause()
                    .hasMessageNotContaining("key-ana");
            assertThat(em.getTransaction().getRollbackOnly()).isTrue();
            em.getTransaction().rollback();
        }
    }

    @ParameterizedTest
    @ArgumentsSource(EachDatabase.class)
    void joined_work_sees_what_the_host_has_not_flushed(TestDatabase database) {
        open(database);
        UserId ana = store.alone(tx -> tx.users().insert(Rowset.user("ana")));
        try (EntityManager em = begin()) {
            load(em, ana).replaceSettings(SettingsJson.EMPTY.with("language", "es"));
            Optional<StoredUser> seen = store.join(tx -> tx.users().byId(ana));
            assertThat(seen.orElseThrow().info().language()).isEqualTo("es");
            em.getTransaction().commit();
        }
    }

    /** The host saves a user it has loaded before another user changed the password and disabled the account. */
    @ParameterizedTest
    @ArgumentsSource(EachDatabase.class)
    void a_host_that_saves_a_stale_user_brings_no_password_and_no_right_back(TestDatabase database) {
        open(database);
        UserId ana = store.alone(tx -> tx.users().insert(Rowset.user("ana")));
        try (EntityManager em = begin()) {
            AbstractUser stale = load(em, ana);
            elsewhere(() -> store.alone(tx -> tx.users().resetPassword(ana, Secret.of("new"), NOW)
                    && tx.users().setActive(ana, false, NOW)));
            stale.replaceSettings(SettingsJson.EMPTY.with("language", "es"));
            em.getTransaction().commit();
        }
        StoredUser saved = find("ana").orElseThrow();
        assertThat(saved.info().language()).isEqualTo("es");
        assertThat(saved.passwordHash()).isEqualTo(Secret.of("new"));
        assertThat(saved.info().status().active()).isFalse();
    }

    @ParameterizedTest
    @ArgumentsSource(EachDatabase.class)
    void without_a_transaction_of_the_host_joined_work_has_its_own(TestDatabase database) {
        open(database);
        try (EntityManager idle = host.emf().createEntityManager()) {
            current.set(idle);
            store.join(tx -> tx.users().insert(Rowset.user("ana")));
            assertThat(find("ana")).isPresent();
        }
    }

    @ParameterizedTest
    @ArgumentsSource(EachDatabase.class)
    void a_reading_transaction_refuses_to_write(TestDatabase database) {
        open(database);
        assertThatThrownBy(() -> store.read(tx -> tx.users().insert(Rowset.user("ana"))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("only reads");
        assertThatThrownBy(() -> store.read(tx -> tx.codes().use("c1", NOW))).isInstanceOf(IllegalStateException.class);
    }

    private EntityManager begin() {
        EntityManager em = host.emf().createEntityManager();
        em.getTransaction().begin();
        current.set(em);
        return em;
    }

    /** As another account's thread would. */
    private <T> T elsewhere(Supplier<T> work) {
        EntityManager mine = current.get();
        current.remove();
        try {
            return work.get();
        } finally {
            current.set(mine);
        }
    }

    private Optional<StoredUser> find(String name) {
        return store.read(
                tx -> tx.users().byKey(IdentifierKind.EMAIL, Rowset.email(name).key()));
    }

    private AbstractUser load(EntityManager em, UserId id) {
        Class<?> user = host.emf().getMetamodel().getEntities().stream()
                .map(EntityType::getJavaType)
                .filter(AbstractUser.class::isAssignableFrom)
                .findFirst()
                .orElseThrow();
        return (AbstractUser) em.find(user, id.key());
    }
}
