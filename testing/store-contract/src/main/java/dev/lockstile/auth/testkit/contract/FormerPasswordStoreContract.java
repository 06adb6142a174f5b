package dev.lockstile.auth.testkit.contract;

import static dev.lockstile.auth.testkit.contract.Samples.T0;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.FormerPasswordStore;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Hashes of replaced passwords: newest first, a bounded number for each user, gone with the user. */
abstract class FormerPasswordStoreContract extends StoreContract {

    private static final int RUNS = 20;

    private UserId ana;
    private UserId ben;

    /** For those who extend it. */
    protected FormerPasswordStoreContract() {}

    @BeforeEach
    final void addPeople() {
        assumeTrue(
                store().<Boolean>read(
                                tx -> tx.extension(FormerPasswordStore.class).isPresent()),
                "this store keeps no former passwords");
        ana = write(tx -> tx.users().insert(Samples.user("ana")));
        ben = write(tx -> tx.users().insert(Samples.user("ben")));
    }

    @Test
    void a_user_begins_without_any() {
        assertThat(hashes(ana, 9)).isEmpty();
        assertThat(count(tx -> former(tx).removeAll(ana))).isZero();
    }

    @Test
    @Tag("columns")
    void a_hash_of_full_length_is_read_as_it_was_written() {
        String longest = "é".repeat(512);
        add(ana, longest, 1, T0);

        assertThat(hashes(ana, 9)).containsExactly(longest);
    }

    @Test
    void the_newest_come_first_up_to_the_number_asked_for() {
        add(ana, "a", 9, T0);
        add(ana, "c", 9, T0.plusSeconds(2));
        add(ana, "b", 9, T0.plusSeconds(1));
        add(ben, "x", 9, T0.plusSeconds(3));

        assertThat(hashes(ana, 9)).containsExactly("c", "b", "a");
        assertThat(hashes(ana, 2)).containsExactly("c", "b");
    }

    @Test
    void older_ones_beyond_the_number_kept_are_removed() {
        for (int i = 0; i < 4; i++) {
            add(ana, "h" + i, 9, T0.plusSeconds(i));
        }
        add(ben, "x", 9, T0);
        add(ana, "h4", 3, T0.plusSeconds(4));

        assertThat(hashes(ana, 9)).containsExactly("h4", "h3", "h2");
        assertThat(hashes(ben, 9)).containsExactly("x");
    }

    @Test
    void the_one_just_added_is_kept_whatever_the_clock_of_the_node_says() {
        add(ana, "late", 1, T0.plusSeconds(60));
        add(ana, "early", 1, T0);

        assertThat(hashes(ana, 9)).containsExactly("early");
    }

    @Test
    void two_changes_at_once_by_holders_of_the_row_keep_both() {
        for (int run = 0; run < RUNS; run++) {
            Instant now = T0.plusSeconds(run);
            String name = run + "-";
            ParallelRun.run(
                    2,
                    n -> write(tx -> {
                        tx.users().lock(ana, now);
                        former(tx).add(ana, Secret.of(name + n), 2, now);
                        return true;
                    }));
            assertThat(Set.copyOf(hashes(ana, 9))).isEqualTo(Set.of(name + 0, name + 1));
        }
    }

    @Test
    void all_of_one_user_are_removed() {
        add(ana, "a", 9, T0);
        add(ana, "b", 9, T0);
        add(ben, "x", 9, T0);

        assertThat(count(tx -> former(tx).removeAll(ana))).isEqualTo(2);
        assertThat(hashes(ana, 9)).isEmpty();
        assertThat(hashes(ben, 9)).containsExactly("x");
    }

    @Test
    void they_go_with_a_user_who_is_deleted_and_do_not_come_back() {
        add(ana, "a", 9, T0);
        add(ben, "x", 9, T0);
        change(tx -> tx.users().softDelete(ana, T0));

        assertThat(hashes(ana, 9)).isEmpty();
        assertThat(done(tx -> tx.users().restore(ana, List.of(), T0))).isTrue();
        assertThat(hashes(ana, 9)).isEmpty();
        assertThat(hashes(ben, 9)).containsExactly("x");
    }

    private void add(UserId user, String hash, int kept, Instant now) {
        change(tx -> former(tx).add(user, Secret.of(hash), kept, now));
    }

    private List<String> hashes(UserId user, int count) {
        return list(tx -> former(tx).latest(user, count)).stream()
                .map(Secret::reveal)
                .toList();
    }

    private static FormerPasswordStore former(AuthTx tx) {
        return tx.extension(FormerPasswordStore.class).orElseThrow();
    }
}
