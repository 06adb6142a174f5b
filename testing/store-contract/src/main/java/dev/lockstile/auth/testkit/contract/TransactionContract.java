package dev.lockstile.auth.testkit.contract;

import static dev.lockstile.auth.testkit.contract.Samples.T0;
import static dev.lockstile.auth.testkit.contract.Samples.email;
import static dev.lockstile.auth.testkit.contract.Samples.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.AuthStore.Work;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.ConnectionHeldException;
import dev.lockstile.auth.store.KeyTakenException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a transaction promises: all or nothing, and nothing told before it is kept. */
@Tag("transactions")
abstract class TransactionContract extends StoreContract {

    /** For those who extend it. */
    protected TransactionContract() {}

    @Test
    @Tag("keys")
    @SuppressWarnings("NullAway") // does not know yet that a type argument may be nullable
    void the_result_of_the_work_comes_back_null_included() {
        assertThat(store().<String>join(tx -> "joined")).isEqualTo("joined");
        assertThat(store().<String>alone(tx -> "alone")).isEqualTo("alone");
        assertThat(store().<String>single(tx -> "single")).isEqualTo("single");
        assertThat(store().<String>read(tx -> "read")).isEqualTo("read");
        assertThat(store().<@Nullable String>alone(tx -> null)).isNull();
    }

    @Test
    void what_is_written_together_is_there_afterwards() {
        store().join(tx -> List.of(tx.users().insert(user("ana")), tx.users().insert(user("bea"))));
        assertThat(exists("ana")).isTrue();
        assertThat(exists("bea")).isTrue();
    }

    @Test
    void a_transaction_reads_what_it_has_written() {
        boolean seen = write(tx -> {
            UserId id = tx.users().insert(user("ana"));
            return tx.users().byId(id).isPresent()
                    && tx.users()
                            .byKey(IdentifierKind.EMAIL, email("ana").key())
                            .isPresent();
        });
        assertThat(seen).isTrue();
    }

    @Test
    void failed_work_of_its_own_transaction_leaves_nothing_and_its_exception_unchanged() {
        IllegalStateException failure = new IllegalStateException("the work failed");
        assertThatThrownBy(() -> store().alone(insertAndThrow("ana", failure))).isSameAs(failure);
        assertThat(exists("ana")).isFalse();
    }

    @Test
    void failed_work_that_joins_leaves_nothing_and_its_exception_unchanged() {
        IllegalStateException failure = new IllegalStateException("the work failed");
        assertThatThrownBy(() -> store().join(insertAndThrow("ana", failure))).isSameAs(failure);
        assertThat(exists("ana")).isFalse();
    }

    @Test
    void single_work_that_fails_passes_its_exception_on() {
        IllegalStateException failure = new IllegalStateException("the work failed");
        Work<String> failing = tx -> {
            throw failure;
        };
        assertThatThrownBy(() -> store().single(failing)).isSameAs(failure);
    }

    @Test
    void a_single_write_is_there_for_all_at_once_and_is_refused_inside_another_transaction() {
        UserId ana = write(tx -> tx.users().insert(user("ana")));
        assertThat(store().<Boolean>single(tx -> tx.users().recordLogin(ana, T0)))
                .isTrue();
        assertThat(store().<Boolean>read(tx ->
                        tx.users().byId(ana).orElseThrow().info().dates().lastLoginAt() != null))
                .isTrue();
        Work<Boolean> nested = tx -> {
            tx.users().byId(ana);
            return store().single(inner -> inner.users().recordLogin(ana, T0));
        };
        assertThatThrownBy(() -> store().join(nested)).isInstanceOf(ConnectionHeldException.class);
    }

    @Test
    void a_failed_read_passes_its_exception_on() {
        IllegalStateException failure = new IllegalStateException("the work failed");
        Work<String> failing = tx -> {
            throw failure;
        };
        assertThatThrownBy(() -> store().read(failing)).isSameAs(failure);
    }

    @Test
    void a_taken_key_takes_everything_else_in_the_transaction_back() {
        change(tx -> tx.users().insert(user("ana")));
        assertThatThrownBy(() -> change(tx -> {
                    tx.users().insert(user("bea"));
                    tx.users().insert(user("ana"));
                }))
                .isInstanceOf(KeyTakenException.class);
        assertThat(exists("bea")).isFalse();
    }

    @Test
    void a_store_works_on_after_a_failure() {
        change(tx -> tx.users().insert(user("ana")));
        assertThatThrownBy(() -> change(tx -> tx.users().insert(user("ana")))).isInstanceOf(KeyTakenException.class);
        change(tx -> tx.users().insert(user("bea")));
        assertThat(exists("bea")).isTrue();
    }

    @Test
    void an_action_after_commit_finds_the_data_committed() {
        List<Boolean> seen = new ArrayList<>();
        store().alone(tx -> {
            tx.afterCommit(() -> seen.add(exists("ana")));
            tx.users().insert(user("ana"));
            assertThat(seen).as("not before the commit").isEmpty();
            return true;
        });
        assertThat(seen).containsExactly(true);
    }

    @Test
    void actions_after_commit_run_in_their_order_for_work_that_joins() {
        List<String> ran = new ArrayList<>();
        store().join(tx -> {
            tx.afterCommit(() -> ran.add("first"));
            tx.afterCommit(() -> ran.add("second"));
            return true;
        });
        assertThat(ran).containsExactly("first", "second");
    }

    @Test
    void an_action_after_commit_may_use_the_store() {
        store().alone(tx -> {
            tx.afterCommit(() -> change(later -> later.users().insert(user("ana"))));
            return true;
        });
        assertThat(exists("ana")).isTrue();
    }

    @Test
    void an_action_after_commit_that_fails_takes_back_nothing_and_stops_nobody() {
        List<String> ran = new ArrayList<>();
        change(tx -> {
            tx.users().insert(user("ana"));
            tx.afterCommit(() -> {
                throw new IllegalStateException("the listener failed");
            });
            tx.afterCommit(() -> ran.add("second"));
        });
        assertThat(ran).containsExactly("second");
        assertThat(exists("ana")).isTrue();
    }

    @Test
    void an_action_after_commit_never_runs_after_a_roll_back() {
        List<String> ran = new ArrayList<>();
        Work<String> failing = tx -> {
            tx.afterCommit(() -> ran.add("told"));
            throw new IllegalStateException("the work failed");
        };
        assertThatThrownBy(() -> store().alone(failing)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> store().join(failing)).isInstanceOf(IllegalStateException.class);
        assertThat(ran).isEmpty();
    }

    @Test
    void work_alone_is_refused_inside_another_transaction_and_leaves_that_one_whole() {
        assertThat(store().holdsConnection()).isFalse();
        store().join(tx -> {
            tx.users().insert(user("outer"));
            assertThat(store().holdsConnection()).isTrue();
            assertThatThrownBy(() -> store().alone(inner -> inner.users().insert(user("inner"))))
                    .isInstanceOf(ConnectionHeldException.class);
            return true;
        });
        assertThatThrownBy(() -> change(tx -> change(inner -> inner.users().insert(user("inner")))))
                .isInstanceOf(ConnectionHeldException.class);
        assertThat(store().holdsConnection()).isFalse();
        assertThat(exists("outer")).isTrue();
        assertThat(exists("inner")).isFalse();
    }

    @Test
    void work_that_reads_inside_another_transaction_sees_what_that_one_has_written() {
        boolean seen = write(tx -> {
            tx.users().insert(user("ana"));
            return store().<Boolean>read(inner -> isThere(inner, "ana"));
        });
        assertThat(seen).isTrue();
        assertThatThrownBy(() ->
                        change(tx -> store().read(inner -> inner.users().insert(user("bea")))))
                .isInstanceOf(IllegalStateException.class);
        assertThat(exists("bea")).isFalse();
    }

    @Test
    @Tag("columns")
    void work_that_joins_another_transaction_ends_with_it() {
        List<String> ran = new ArrayList<>();
        change(tx -> {
            store().join(inner -> {
                inner.afterCommit(() -> ran.add("joined"));
                return inner.users().insert(user("ana"));
            });
            assertThat(isThere(tx, "ana")).isTrue();
            assertThat(ran).isEmpty();
        });
        assertThat(ran).containsExactly("joined");
        assertThatThrownBy(() -> store().alone(tx -> {
                    store().join(inner -> inner.users().insert(user("bea")));
                    throw new IllegalStateException("the outer work failed");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(exists("ana")).isTrue();
        assertThat(exists("bea")).isFalse();
    }

    @Test
    @Tag("columns")
    void failed_work_that_joined_is_undone_and_the_work_around_it_stays() {
        List<String> ran = new ArrayList<>();
        IllegalStateException failure = new IllegalStateException("failed");
        change(tx -> {
            tx.users().insert(user("before"));
            assertThatThrownBy(() -> store().join(inner -> {
                        inner.afterCommit(() -> ran.add("undone"));
                        inner.users().insert(user("undone"));
                        throw failure;
                    }))
                    .isSameAs(failure);
            tx.users().insert(user("after"));
        });
        assertThat(exists("before")).isTrue();
        assertThat(exists("undone")).isFalse();
        assertThat(exists("after")).isTrue();
        assertThat(ran).isEmpty();
    }

    @Test
    void what_code_of_the_host_throws_inside_a_transaction_arrives_as_it_is() {
        RuntimeException failure = new IllegalArgumentException("the host's own");
        assertThatThrownBy(() -> store().alone(tx -> {
                    tx.users().insert(user("ana"));
                    return tx.callHost(() -> {
                        throw failure;
                    });
                }))
                .isSameAs(failure);
        assertThat(exists("ana")).isFalse();
    }

    private static Work<String> insertAndThrow(String name, RuntimeException failure) {
        return tx -> {
            tx.users().insert(user(name));
            throw failure;
        };
    }

    private boolean exists(String name) {
        return read(tx -> isThere(tx, name));
    }

    private static boolean isThere(AuthTx tx, String name) {
        return tx.users().byKey(IdentifierKind.EMAIL, email(name).key()).isPresent();
    }
}
