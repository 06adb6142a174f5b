package dev.lockstile.auth.testkit.contract;

import static dev.lockstile.auth.testkit.contract.Samples.T0;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.model.AuthChallenge;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.UpkeepStore.RetentionCategory;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Challenges: each is answered once, in time and by its user. */
abstract class ChallengeStoreContract extends FactorStoreCases {

    /** For those who extend it. */
    protected ChallengeStoreContract() {}

    @Test
    void a_challenge_is_answered_once_and_in_time() {
        AuthChallenge challenge = challenge("c1", ana);
        change(tx -> {
            tx.factors().challenges().insert(challenge, T0);
        });
        assertThat(find(tx -> tx.factors().challenges().byDigest("c1"))).contains(challenge);
        assertThat(find(tx -> tx.factors().challenges().byDigest("c2"))).isEmpty();
        assertThat(use("c1", END)).as("too late").isFalse();
        assertThat(ParallelRun.winners(RUNS, n -> use("c1", SOON))).isEqualTo(1);
        assertThat(done(tx -> tx.factors().challenges().spendAttempt("c1", SOON)))
                .as("used")
                .isFalse();
    }

    @Test
    void of_many_attempts_at_a_challenge_as_many_get_in_as_there_are() {
        change(tx -> {
            tx.factors().challenges().insert(challenge("c1", ana), T0);
        });
        assertThat(ParallelRun.winners(
                        RUNS, n -> done(tx -> tx.factors().challenges().spendAttempt("c1", SOON))))
                .isEqualTo(5);
    }

    @Test
    void the_challenges_of_a_user_end_together() {
        change(tx -> {
            tx.factors().challenges().insert(challenge("c1", ana), T0);
            tx.factors().challenges().insert(challenge("c2", ben), T0);
        });
        assertThat(count(tx -> tx.factors().challenges().endAll(ana, SOON))).isEqualTo(1);
        assertThat(use("c1", SOON)).isFalse();
        assertThat(use("c2", SOON)).isTrue();
    }

    @Test
    void a_deletion_that_waits_outlives_the_others_and_is_found_by_its_end() {
        change(tx -> {
            tx.factors().challenges().insert(of("c1", AuthChallenge.Kind.ACCOUNT_DELETION, ana, END), T0);
            tx.factors().challenges().insert(of("c2", AuthChallenge.Kind.ACCOUNT_DELETION, ben, SOON), T0);
            tx.factors().challenges().insert(challenge("c3", ana), T0);
        });
        assertThat(count(tx -> tx.factors().challenges().endAll(ana, T0))).isEqualTo(1);
        assertThat(deletions(END, 5)).containsExactly(ben, ana);
        assertThat(deletions(END, 1)).containsExactly(ben);
        assertThat(deletions(SOON, 5)).containsExactly(ben);
        assertThat(count(tx -> tx.factors().challenges().endAll(ben, AuthChallenge.Kind.ACCOUNT_DELETION, T0)))
                .isEqualTo(1);
        assertThat(deletions(END, 5)).containsExactly(ana);
        assertThat(this.<Long>read(tx -> tx.upkeep().count(RetentionCategory.CHALLENGES, T0)))
                .as("what is ended is over, and is removed with what is")
                .isEqualTo(1);
    }

    private List<UserId> deletions(Instant until, int max) {
        return read(tx -> tx.factors().challenges().users(AuthChallenge.Kind.ACCOUNT_DELETION, until, max, T0));
    }

    @Test
    void a_challenge_of_one_kind_is_found_and_ended_by_its_user_and_in_time() {
        change(tx -> {
            tx.factors().challenges().insert(challenge("c1", ana), T0);
            tx.factors().challenges().insert(reset("c2", ana), T0);
            tx.factors().challenges().insert(reset("c3", ben), T0);
        });
        assertThat(find(tx -> tx.factors().challenges().open(ana, AuthChallenge.Kind.FACTOR_RESET, SOON)))
                .contains(reset("c2", ana));
        assertThat(find(tx -> tx.factors().challenges().open(ana, AuthChallenge.Kind.FACTOR_RESET, END)))
                .isEmpty();
        assertThat(find(tx -> tx.factors().challenges().open(ben, AuthChallenge.Kind.SECOND_FACTOR, SOON)))
                .isEmpty();
        assertThat(endResets(ana, END)).as("too late").isZero();
        assertThat(endResets(ana, SOON)).isEqualTo(1);
        assertThat(endResets(ana, SOON)).isZero();
        assertThat(find(tx -> tx.factors().challenges().open(ana, AuthChallenge.Kind.FACTOR_RESET, SOON)))
                .isEmpty();
        assertThat(use("c2", SOON)).isFalse();
        assertThat(use("c1", SOON)).as("of another kind").isTrue();
        assertThat(use("c3", SOON)).as("of another user").isTrue();
    }

    @Test
    void of_one_who_uses_a_challenge_and_one_who_ends_it_one_wins() {
        for (int i = 0; i < RUNS; i++) {
            String digest = "c" + i;
            change(tx -> tx.factors().challenges().insert(reset(digest, ana), T0));
            assertThat(ParallelRun.winners(2, n -> n == 0 ? use(digest, SOON) : endResets(ana, SOON) == 1))
                    .isEqualTo(1);
        }
    }

    @Test
    void sign_ins_by_one_means_end_and_no_others() {
        change(tx -> {
            tx.factors().challenges().insert(signIn("c1", AuthChallenge.Kind.SECOND_FACTOR, "idp:site"), T0);
            tx.factors().challenges().insert(signIn("c2", AuthChallenge.Kind.ENROLMENT, "idp:site"), T0);
            tx.factors().challenges().insert(signIn("c3", AuthChallenge.Kind.SECOND_FACTOR, "idp:site2"), T0);
            tx.factors().challenges().insert(signIn("c4", AuthChallenge.Kind.SECOND_FACTOR, null), T0);
            tx.factors().challenges().insert(signIn("c5", AuthChallenge.Kind.PASSKEY_STEP_UP, "idp:site"), T0);
        });
        assertThat(endSignIns(END.minusSeconds(1))).as("begun later").isZero();
        assertThat(count(tx -> tx.factors().challenges().endSignIns(ben, "idp:site", END, SOON)))
                .as("another user's")
                .isZero();
        assertThat(endSignIns(END)).isEqualTo(2);
        assertThat(endSignIns(END)).isZero();
        assertThat(List.of(use("c1", SOON), use("c2", SOON))).containsOnly(false);
        assertThat(List.of(use("c3", SOON), use("c4", SOON), use("c5", SOON))).containsOnly(true);
    }

    @Test
    void of_one_who_finishes_a_sign_in_and_one_who_ends_it_one_wins() {
        for (int i = 0; i < RUNS; i++) {
            String digest = "c" + i;
            change(tx ->
                    tx.factors().challenges().insert(signIn(digest, AuthChallenge.Kind.SECOND_FACTOR, "idp:site"), T0));
            assertThat(ParallelRun.winners(2, n -> n == 0 ? use(digest, SOON) : endSignIns(END) == 1))
                    .isEqualTo(1);
        }
    }

    private int endSignIns(Instant validUntil) {
        return count(tx -> tx.factors().challenges().endSignIns(ana, "idp:site", validUntil, SOON));
    }

    private AuthChallenge signIn(String digest, AuthChallenge.Kind kind, @Nullable String methods) {
        return new AuthChallenge(
                digest,
                kind,
                new AuthChallenge.Binding(ana, null, null, null),
                null,
                methods,
                new AuthChallenge.Use(0, 5, END, null));
    }

    private int endResets(UserId user, Instant now) {
        return count(tx -> tx.factors().challenges().endAll(user, AuthChallenge.Kind.FACTOR_RESET, now));
    }

    private static AuthChallenge reset(String digest, UserId user) {
        return of(digest, AuthChallenge.Kind.FACTOR_RESET, user, END);
    }

    private static AuthChallenge of(String digest, AuthChallenge.Kind kind, UserId user, Instant end) {
        return new AuthChallenge(
                digest,
                kind,
                new AuthChallenge.Binding(user, null, null, null),
                null,
                null,
                new AuthChallenge.Use(0, 1, end, null));
    }

    @Test
    void many_who_clean_up_at_once_remove_each_challenge_once() {
        for (int i = 0; i < RUNS; i++) {
            String digest = "c" + i;
            change(tx -> tx.factors().challenges().insert(challenge(digest, ana), T0));
        }
        int removed = ParallelRun.run(2, number -> remove(RetentionCategory.CHALLENGES, END, 100)).stream()
                .mapToInt(Integer::intValue)
                .sum();
        assertThat(removed).isEqualTo(RUNS);
    }
}
