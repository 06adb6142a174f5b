package dev.lockstile.auth.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.model.Channel;
import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.SettingsJson;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.NewUser;
import dev.lockstile.auth.store.NewUser.IdentifierAssignment;
import dev.lockstile.auth.store.OutboxStore.OutboxMessage;
import dev.lockstile.auth.store.RowTimes;
import dev.lockstile.auth.store.StoreUnavailableException;
import dev.lockstile.auth.store.UserStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the in-memory store does beyond the contract. */
@Timeout(60)
class InMemoryAuthStoreTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final InMemoryAuthStore store = new InMemoryAuthStore();

    @Test
    void work_that_joins_inside_work_that_joins_shares_its_transaction() {
        List<String> ran = new ArrayList<>();
        store.join(host -> {
            UserId id = store.join(tx -> {
                tx.afterCommit(() -> ran.add("told"));
                return tx.users().insert(user("ana"));
            });
            assertThat(host.users().byId(id)).isPresent();
            assertThat(ran).isEmpty();
            return true;
        });
        assertThat(ran).containsExactly("told");
    }

    @Test
    void the_host_rolls_back_what_joined_it() {
        List<String> ran = new ArrayList<>();
        assertThatThrownBy(() -> store.join(host -> {
                    store.join(tx -> {
                        tx.afterCommit(() -> ran.add("told"));
                        return tx.users().insert(user("ana"));
                    });
                    throw new IllegalArgumentException("the host failed");
                }))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(exists("ana")).isFalse();
        assertThat(ran).isEmpty();
    }

    @Test
    void a_read_that_writes_is_told_so() {
        assertThatThrownBy(() -> store.read(tx -> tx.users().insert(user("ana"))))
                .isInstanceOf(IllegalStateException.class);
        assertThat(exists("ana")).isFalse();
    }

    @Test
    void a_transaction_used_after_its_end_is_told_so() {
        AtomicReference<AuthTx> kept = new AtomicReference<>();
        store.alone(tx -> {
            kept.set(tx);
            return true;
        });
        assertThatThrownBy(() -> kept.get().users()).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> kept.get().afterCommit(() -> {})).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_verb_kept_beyond_its_transaction_writes_nothing() {
        AtomicReference<UserStore> kept = new AtomicReference<>();
        store.alone(tx -> {
            kept.set(tx.users());
            return true;
        });
        assertThatThrownBy(() -> kept.get().insert(user("ana"))).isInstanceOf(IllegalStateException.class);
        assertThat(exists("ana")).isFalse();
    }

    @Test
    void a_store_that_is_down_says_so_and_loses_nothing() {
        store.alone(tx -> tx.users().insert(user("ana")));
        store.goDown();
        assertThatThrownBy(() -> exists("ana")).isInstanceOf(StoreUnavailableException.class);
        assertThatThrownBy(() -> store.alone(tx -> tx.users().insert(user("bea"))))
                .isInstanceOf(StoreUnavailableException.class);
        store.comeBack();
        assertThat(exists("ana")).isTrue();
        assertThat(exists("bea")).isFalse();
    }

    @Test
    void work_that_runs_twice_is_kept_once() {
        AtomicInteger runs = new AtomicInteger();
        AtomicInteger told = new AtomicInteger();
        store.runWorkTwice();
        store.alone(tx -> {
            runs.incrementAndGet();
            tx.afterCommit(told::incrementAndGet);
            return tx.users().insert(user("ana"));
        });
        assertThat(runs).hasValue(2);
        assertThat(told).hasValue(1);
        assertThat(exists("ana")).isTrue();
    }

    @Test
    void actions_after_commit_do_not_keep_others_waiting() {
        CountDownLatch other = new CountDownLatch(1);
        store.alone(tx -> {
            tx.afterCommit(() -> {
                CompletableFuture.runAsync(() -> store.alone(later -> {
                            later.users().insert(user("ana"));
                            other.countDown();
                            return true;
                        }))
                        .join();
            });
            return true;
        });
        assertThat(other.getCount()).isZero();
    }

    @Test
    void the_dump_shows_what_the_rows_own_texts_hide() {
        store.alone(tx -> {
            tx.users().insert(user("ana"));
            tx.outbox()
                    .add(new OutboxMessage(
                            "m1", Channel.SMS, "+525512345678", "LOGIN_CODE", "es", "sealed", 0, NOW, NOW));
            return true;
        });
        assertThat(store.dump()).contains("$argon2id$hash", "email-key-ana", "sealed", "+525512345678");
        assertThat(store.pendingMessages()).hasSize(1);
        assertThat(store.messageLog()).isEmpty();
    }

    private boolean exists(String name) {
        return store.<Boolean>read(tx ->
                tx.users().byKey(IdentifierKind.EMAIL, "email-key-" + name).isPresent());
    }

    private static String fail(AuthTx tx) {
        throw new UnsupportedOperationException("the joined work failed");
    }

    private static NewUser user(String name) {
        Identifier email = new Identifier(IdentifierKind.EMAIL, name + "@example.com", "email-key-" + name);
        return new NewUser(
                List.of(IdentifierAssignment.proven(email, NOW)),
                Secret.of("$argon2id$hash"),
                UserInfo.Status.ORDINARY,
                new UserInfo.Dates(NOW, null, null),
                SettingsJson.EMPTY,
                RowTimes.fresh(NOW));
    }
}
