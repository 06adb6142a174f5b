package dev.lockstile.auth.testkit.contract;

import static dev.lockstile.auth.testkit.contract.Samples.FINE;
import static dev.lockstile.auth.testkit.contract.Samples.after;
import static dev.lockstile.auth.testkit.contract.Samples.email;
import static dev.lockstile.auth.testkit.contract.Samples.phone;
import static dev.lockstile.auth.testkit.contract.Samples.user;
import static dev.lockstile.auth.testkit.contract.Samples.userWithPassword;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.NewUser.IdentifierAssignment;
import dev.lockstile.auth.store.StoredUser;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Stored passwords: a change by the person always beats a sign-in and a re-hash that began before it. */
abstract class PasswordContract extends StoreContract {

    private static final Secret OLD = Secret.of("$2b$12$old");
    private static final Secret BETTER = Secret.of("$argon2id$better");
    private static final Secret CHOSEN = Secret.of("$argon2id$chosen");
    private static final Instant LATER = after(Duration.ofDays(9));

    /** For those who extend it. */
    protected PasswordContract() {}

    @Test
    void a_better_hash_takes_the_place_of_the_one_seen_and_counts_as_no_change() {
        UserId id = ana();
        assertThat(done(tx -> tx.users().upgradePassword(id, OLD, BETTER))).isTrue();
        assertThat(stored(id).passwordHash()).isEqualTo(BETTER);
        assertThat(stored(id).passwordChangedAt()).isNull();
    }

    @Test
    void a_better_hash_of_a_password_that_was_changed_meanwhile_is_dropped() {
        UserId id = ana();
        change(tx -> tx.users().changePassword(id, CHOSEN, null, FINE));
        assertThat(done(tx -> tx.users().upgradePassword(id, OLD, BETTER))).isFalse();
        assertThat(stored(id).passwordHash()).isEqualTo(CHOSEN);
        assertThat(stored(id).passwordChangedAt()).isEqualTo(FINE);
    }

    @Test
    void a_better_hash_keeps_the_time_of_the_last_change() {
        UserId id = ana();
        change(tx -> tx.users().changePassword(id, CHOSEN, null, FINE));
        assertThat(done(tx -> tx.users().upgradePassword(id, CHOSEN, BETTER))).isTrue();
        assertThat(stored(id).passwordChangedAt()).isEqualTo(FINE);
    }

    @Test
    void a_hash_that_differs_in_case_is_another_hash() {
        UserId id = ana();
        assertThat(done(tx -> tx.users().upgradePassword(id, Secret.of("$2b$12$OLD"), BETTER)))
                .isFalse();
        assertThat(stored(id).passwordHash()).isEqualTo(OLD);
    }

    @Test
    @Tag("columns")
    void a_first_change_expects_no_change_before_it() {
        UserId id = ana();
        assertThat(done(tx -> tx.users().changePassword(id, CHOSEN, LATER, FINE)))
                .isFalse();
        assertThat(done(tx -> tx.users().changePassword(id, CHOSEN, null, FINE)))
                .isTrue();
        assertThat(stored(id).passwordHash()).isEqualTo(CHOSEN);
        assertThat(stored(id).passwordChangedAt()).isEqualTo(FINE);
    }

    @Test
    @Tag("columns")
    void a_later_change_expects_exactly_the_one_before_it() {
        UserId id = ana();
        change(tx -> tx.users().changePassword(id, CHOSEN, null, FINE));
        assertThat(done(tx -> tx.users().changePassword(id, BETTER, null, LATER)))
                .isFalse();
        assertThat(done(tx -> tx.users().changePassword(id, BETTER, FINE.plusNanos(1000), LATER)))
                .isFalse();
        assertThat(done(tx -> tx.users().changePassword(id, BETTER, FINE, LATER)))
                .isTrue();
        assertThat(stored(id).passwordChangedAt()).isEqualTo(LATER);
    }

    @Test
    void a_change_passes_over_a_better_hash_of_the_same_password() {
        UserId id = ana();
        change(tx -> tx.users().upgradePassword(id, OLD, BETTER));
        assertThat(done(tx -> tx.users().changePassword(id, CHOSEN, null, FINE)))
                .isTrue();
        assertThat(stored(id).passwordHash()).isEqualTo(CHOSEN);
    }

    @Test
    void a_reset_asks_for_nothing_and_counts_as_a_change() {
        UserId id = ana();
        change(tx -> tx.users().changePassword(id, CHOSEN, null, FINE));
        assertThat(done(tx -> tx.users().resetPassword(id, BETTER, LATER))).isTrue();
        assertThat(stored(id).passwordHash()).isEqualTo(BETTER);
        assertThat(stored(id).passwordChangedAt()).isEqualTo(LATER);
    }

    @Test
    void a_password_taken_away_is_gone_and_counts_as_a_change() {
        UserId id = ana();
        assertThat(done(tx -> tx.users().resetPassword(id, null, FINE))).isTrue();
        assertThat(stored(id).passwordHash()).isNull();
        assertThat(stored(id).passwordChangedAt()).isEqualTo(FINE);
        assertThat(done(tx -> tx.users().upgradePassword(id, OLD, BETTER))).isFalse();
        assertThat(done(tx -> tx.users().changePassword(id, CHOSEN, FINE, LATER)))
                .isTrue();
    }

    @Test
    void a_sign_in_with_a_password_changed_meanwhile_is_refused() {
        UserId id = ana();
        assertThat(done(tx -> tx.users().recordPasswordLogin(id, OLD, FINE))).isTrue();
        assertThat(stored(id).info().dates().lastLoginAt()).isEqualTo(FINE);

        change(tx -> tx.users().changePassword(id, CHOSEN, null, FINE));
        assertThat(done(tx -> tx.users().recordPasswordLogin(id, OLD, LATER))).isFalse();
        assertThat(stored(id).info().dates().lastLoginAt()).isEqualTo(FINE);
        assertThat(done(tx -> tx.users().recordPasswordLogin(id, CHOSEN, LATER)))
                .isTrue();
        assertThat(stored(id).info().dates().lastLoginAt()).isEqualTo(LATER);
    }

    @Test
    @Tag("columns")
    void a_sign_in_has_to_compare_the_hash_that_is_there() {
        UserId id = ana();
        change(tx -> tx.users().upgradePassword(id, OLD, BETTER));
        assertThat(done(tx -> tx.users().recordPasswordLogin(id, OLD, FINE))).isFalse();
        assertThat(done(tx -> tx.users().recordPasswordLogin(id, BETTER, FINE))).isTrue();

        change(tx -> tx.users().resetPassword(id, null, FINE));
        assertThat(done(tx -> tx.users().recordPasswordLogin(id, BETTER, LATER)))
                .as("there is none any more")
                .isFalse();
    }

    @Test
    void of_many_who_upgrade_the_same_hash_one_wins() {
        UserId id = ana();
        int winners = ParallelRun.winners(
                24, number -> write(tx -> tx.users().upgradePassword(id, OLD, Secret.of("$argon2id$" + number))));
        assertThat(winners).isEqualTo(1);
        assertThat(stored(id).passwordHash()).isNotEqualTo(OLD);
    }

    @Test
    void of_many_who_change_a_password_for_the_first_time_one_wins() {
        UserId id = ana();
        assertThat(winnersOfChange(id, null, FINE)).isEqualTo(1);
    }

    @Test
    void of_many_who_change_a_password_once_more_one_wins() {
        UserId id = ana();
        change(tx -> tx.users().changePassword(id, CHOSEN, null, FINE));
        assertThat(winnersOfChange(id, FINE, LATER)).isEqualTo(1);
    }

    @Test
    void a_change_wins_against_all_upgrades_that_meet_it() {
        UserId id = ana();
        AtomicInteger changes = new AtomicInteger();
        ParallelRun.winners(
                16,
                number -> number == 0
                        ? write(tx -> tx.users().changePassword(id, CHOSEN, null, FINE))
                                && changes.incrementAndGet() == 1
                        : write(tx -> tx.users().upgradePassword(id, OLD, BETTER)));
        assertThat(changes).hasValue(1);
        assertThat(stored(id).passwordHash()).isEqualTo(CHOSEN);
    }

    @Test
    @Tag("columns")
    void a_password_set_before_the_proof_goes_while_nobody_has_proven_anything() {
        UserId id = write(tx -> tx.users().insert(user(List.of(IdentifierAssignment.unproven(email("ana"))), OLD)));
        assertThat(done(tx -> tx.users().dropUnprovenPassword(id, BETTER, FINE)))
                .as("another one than was seen")
                .isFalse();
        assertThat(done(tx -> tx.users().dropUnprovenPassword(id, OLD, FINE))).isTrue();
        assertThat(stored(id).passwordHash()).isNull();
        assertThat(stored(id).passwordChangedAt()).isEqualTo(FINE);
        assertThat(done(tx -> tx.users().dropUnprovenPassword(id, OLD, FINE)))
                .as("there is none any more")
                .isFalse();
    }

    @Test
    void a_password_whose_owner_proves_the_address_or_number_meanwhile_stays() {
        for (Identifier proven : List.of(email("bea"), phone("5512345678"))) {
            UserId id = write(tx -> tx.users().insert(user(List.of(IdentifierAssignment.unproven(proven)), OLD)));
            change(between -> between.users().claim(id, proven, FINE));
            assertThat(done(tx -> tx.users().dropUnprovenPassword(id, OLD, LATER)))
                    .isFalse();
            assertThat(stored(id).passwordHash()).isEqualTo(OLD);
            assertThat(stored(id).passwordChangedAt()).isNull();
        }
    }

    @Test
    @Tag("columns")
    void whoever_proves_an_address_keeps_what_was_there_at_that_moment() {
        for (int round = 0; round < 5; round++) {
            Identifier proven = email("round" + round);
            UserId id = write(tx -> tx.users().insert(user(List.of(IdentifierAssignment.unproven(proven)), OLD)));
            List<Optional<Secret>> seen = ParallelRun.run(
                    8,
                    number -> write(tx -> {
                        if (number > 0) {
                            tx.users().dropUnprovenPassword(id, OLD, LATER);
                            return Optional.empty();
                        }
                        tx.users().claim(id, proven, FINE);
                        return tx.users().byId(id).map(StoredUser::passwordHash);
                    }));
            assertThat(Optional.ofNullable(stored(id).passwordHash())).isEqualTo(seen.get(0));
        }
    }

    private int winnersOfChange(UserId id, @Nullable Instant seen, Instant now) {
        return ParallelRun.winners(
                24, number -> write(tx -> tx.users().changePassword(id, Secret.of("$argon2id$" + number), seen, now)));
    }

    private UserId ana() {
        return write(tx -> tx.users().insert(userWithPassword("ana", OLD)));
    }

    private StoredUser stored(UserId id) {
        return read(tx -> tx.users().byId(id)).orElseThrow();
    }
}
