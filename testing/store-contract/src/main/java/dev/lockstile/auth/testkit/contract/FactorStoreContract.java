package dev.lockstile.auth.testkit.contract;

import static dev.lockstile.auth.testkit.contract.Samples.T0;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.model.FactorKind;
import dev.lockstile.auth.model.TotpState;
import dev.lockstile.auth.model.TrustedBrowserState;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.KeyTakenException;
import dev.lockstile.auth.store.UpkeepStore.RetentionCategory;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Second factors: each contested step has one winner, and a row of one user is no other user's. */
abstract class FactorStoreContract extends FactorStoreCases {

    /** For those who extend it. */
    protected FactorStoreContract() {}

    @Test
    void an_enrolment_is_no_factor_until_it_is_confirmed() {
        begin("e1");
        assertThat(user(ana).hasSecondFactor()).isFalse();
        assertThat(find(tx -> tx.factors().totps().confirmed(ana)).isPresent()).isFalse();
        assertThat(confirm(ana, "e1", 7, SOON)).isTrue();
        assertThat(user(ana).factors()).isEqualTo(Set.of(FactorKind.TOTP));
        assertThat(user(ben).hasSecondFactor()).isFalse();
        TotpState on = find(tx -> tx.factors().totps().confirmed(ana)).orElseThrow();
        assertThat(on).isEqualTo(new TotpState("e1", "sealed-e1", 7, "s1", 0, END, SOON));
        assertThat(find(tx -> tx.factors().totps().pending(ana, "e1")).isPresent())
                .isFalse();
    }

    @Test
    void only_the_newest_enrolment_waits_and_only_for_its_user_and_in_time() {
        begin("e1");
        begin("e2");
        assertThat(confirm(ana, "e1", 7, SOON)).as("replaced").isFalse();
        assertThat(confirm(ben, "e2", 7, SOON)).as("another user").isFalse();
        assertThat(confirm(ana, "e2", 7, END)).as("too late").isFalse();
        assertThat(find(tx -> tx.factors().totps().pendingOf(ana, "s1")))
                .map(TotpState::enrolmentId)
                .contains("e2");
        assertThat(find(tx -> tx.factors().totps().pendingOf(ana, "s2"))).isEmpty();
        assertThat(find(tx -> tx.factors().totps().pending(ana, "e1"))).isEmpty();
        assertThat(find(tx -> tx.factors().totps().pending(ana, "e2"))).isPresent();
        assertThat(confirm(ana, "e2", 7, SOON)).isTrue();
        assertThat(confirm(ana, "e2", 8, SOON)).as("once").isFalse();
    }

    @Test
    void a_second_one_beside_one_that_counts_is_refused() {
        begin("e1");
        confirm(ana, "e1", 7, SOON);
        begin("e2");
        assertThatThrownBy(() -> confirm(ana, "e2", 7, SOON)).isInstanceOf(KeyTakenException.class);
    }

    @Test
    void a_step_only_rises() {
        begin("e1");
        assertThat(advance(ana, 8)).as("not confirmed").isFalse();
        confirm(ana, "e1", 7, SOON);
        assertThat(advance(ana, 7)).as("replayed").isFalse();
        assertThat(advance(ben, 9)).as("another user").isFalse();
        assertThat(advance(ana, 9)).isTrue();
        assertThat(advance(ana, 8)).as("older").isFalse();
    }

    @Test
    void of_many_who_show_one_step_one_wins() {
        begin("e1");
        confirm(ana, "e1", 7, SOON);
        assertThat(ParallelRun.winners(RUNS, n -> advance(ana, 8))).isEqualTo(1);
    }

    @Test
    void a_confirmation_has_so_many_attempts_and_no_more() {
        begin("e1");
        assertThat(ParallelRun.winners(
                        RUNS, n -> done(tx -> tx.factors().totps().spendAttempt(ana, "e1", 5, SOON))))
                .isEqualTo(5);
        assertThat(done(tx -> tx.factors().totps().spendAttempt(ben, "e1", 9, SOON)))
                .isFalse();
    }

    @Test
    @Tag("columns")
    void a_spent_attempt_at_a_confirmation_is_given_back_once_and_never_below_none() {
        begin("e1");
        assertThat(returnAttempt(ana)).isFalse();
        change(tx -> tx.factors().totps().spendAttempt(ana, "e1", 5, SOON));
        assertThat(returnAttempt(ben)).as("another user").isFalse();
        assertThat(ParallelRun.winners(RUNS, n -> returnAttempt(ana))).isEqualTo(1);
        change(tx -> tx.factors().totps().spendAttempt(ana, "e1", 5, SOON));
        confirm(ana, "e1", 7, SOON);
        assertThat(returnAttempt(ana)).as("confirmed").isFalse();
    }

    private boolean returnAttempt(UserId user) {
        return done(tx -> tx.factors().totps().returnAttempt(user, "e1", SOON));
    }

    @Test
    void a_removal_takes_all_of_a_user() {
        begin("e1");
        confirm(ana, "e1", 7, SOON);
        begin("e2");
        assertThat(count(tx -> tx.factors().totps().removeAll(ben))).isZero();
        assertThat(count(tx -> tx.factors().totps().removeAll(ana))).isEqualTo(2);
        assertThat(user(ana).hasSecondFactor()).isFalse();
    }

    @Test
    void a_recovery_code_is_used_once_by_its_user() {
        replace("set-1", "d1", "d2");
        assertThat(useCode(ben, "d1")).as("another user").isFalse();
        assertThat(useCode(ana, "d9")).as("unknown").isFalse();
        assertThat(ParallelRun.winners(RUNS, n -> useCode(ana, "d1"))).isEqualTo(1);
        assertThat(find(tx -> tx.factors().recoveryCodes().left(ana)))
                .hasValueSatisfying(set -> assertThat(set.left()).isEqualTo(1));
    }

    @Test
    void a_new_set_ends_the_old_one() {
        assertThat(find(tx -> tx.factors().recoveryCodes().left(ana))).isEmpty();
        replace("set-1", "d1", "d2");
        useCode(ana, "d1");
        replace("set-2", "d3", "d4", "d5");
        assertThat(useCode(ana, "d2")).isFalse();
        assertThat(find(tx -> tx.factors().recoveryCodes().left(ana)))
                .hasValueSatisfying(set -> assertThat(set.left()).isEqualTo(3));
        count(tx -> tx.factors().recoveryCodes().endAll(ana, SOON));
        assertThat(useCode(ana, "d3")).isFalse();
    }

    @Test
    void an_ended_set_is_gone_although_a_code_of_it_was_used() {
        replace("set-1", "d1", "d2");
        useCode(ana, "d1");
        change(tx -> tx.factors().recoveryCodes().endAll(ana, SOON));
        assertThat(find(tx -> tx.factors().recoveryCodes().left(ana))).isEmpty();
        assertThat(useCode(ana, "d2")).isFalse();
    }

    @Test
    void a_trusted_browser_is_its_users_until_it_ends() {
        trust("b1", T0);
        trust("b2", SOON);
        assertThat(useBrowser(ben, "digest-b1", SOON)).as("another user").isFalse();
        assertThat(useBrowser(ana, "digest-b1", END)).as("too late").isFalse();
        Instant later = SOON.plusSeconds(5);
        assertThat(useBrowser(ana, "digest-b1", later)).isTrue();
        assertThat(list(tx -> tx.factors().browsers().live(ana, later)))
                .extracting(TrustedBrowserState::browserId)
                .containsExactly("b1", "b2");
        assertThat(done(tx -> tx.factors().browsers().end(ben, "b1", later))).isFalse();
        assertThat(done(tx -> tx.factors().browsers().end(ana, "b1", later))).isTrue();
        assertThat(useBrowser(ana, "digest-b1", later)).as("ended").isFalse();
        assertThat(count(tx -> tx.factors().browsers().endAll(ana, later))).isEqualTo(1);
        assertThat(useBrowser(ana, "digest-b2", later)).isFalse();
    }

    private void begin(String id) {
        change(tx -> {
            tx.factors().totps().begin(ana, new TotpState(id, "sealed-" + id, "s1", END), T0);
        });
    }

    private boolean confirm(UserId user, String id, long step, Instant now) {
        return done(tx -> tx.factors().totps().confirm(user, id, step, now));
    }

    private boolean advance(UserId user, long step) {
        return done(tx -> tx.factors().totps().advance(user, "e1", step, SOON));
    }

    private void replace(String set, String... digests) {
        change(tx -> {
            tx.factors().recoveryCodes().replace(ana, set, List.of(digests), T0);
        });
    }

    private boolean useCode(UserId user, String digest) {
        return done(tx -> tx.factors().recoveryCodes().use(user, digest, SOON));
    }

    private void trust(String id, Instant at) {
        change(tx -> {
            tx.factors().browsers().insert(ana, new TrustedBrowserState(id, "Firefox", at, at, END), "digest-" + id);
        });
    }

    @Test
    void what_is_dead_is_removed_in_batches_and_what_counts_stays() {
        begin("on");
        assertThat(confirm(ana, "on", 7, SOON)).isTrue();
        change(tx -> tx.factors().totps().begin(ben, new TotpState("waiting", "sealed", "s1", END), T0));
        change(tx -> tx.factors().recoveryCodes().replace(ana, "old", List.of("o1", "o2", "o3"), T0));
        useCode(ana, "o2");
        change(tx -> tx.factors().recoveryCodes().replace(ana, "new", List.of("n1"), SOON));
        change(tx -> tx.factors().challenges().insert(challenge("c1", ana), T0));
        change(tx ->
                tx.factors().browsers().insert(ana, new TrustedBrowserState("b1", "Firefox", T0, T0, END), "digest-1"));
        for (RetentionCategory what : List.of(
                RetentionCategory.CHALLENGES, RetentionCategory.UNCONFIRMED_TOTP, RetentionCategory.TRUSTED_BROWSERS)) {
            assertThat(remove(what, END.minusMillis(1), 9))
                    .as("%s in time", what)
                    .isZero();
            assertThat(this.<Long>read(tx -> tx.upkeep().count(what, END)))
                    .as("%s", what)
                    .isEqualTo(1);
            assertThat(remove(what, END, 9)).as("%s", what).isEqualTo(1);
            assertThat(remove(what, END, 9)).as("%s", what).isZero();
        }
        assertThat(remove(RetentionCategory.RECOVERY_CODES, SOON.minusMillis(1), 9))
                .isZero();
        assertThat(remove(RetentionCategory.RECOVERY_CODES, SOON, 2)).isEqualTo(2);
        assertThat(remove(RetentionCategory.RECOVERY_CODES, SOON, 2)).isEqualTo(1);
        assertThat(user(ana).factors()).contains(FactorKind.TOTP);
        assertThat(find(tx -> tx.factors().recoveryCodes().left(ana)))
                .map(set -> set.left())
                .contains(1);
    }

    private boolean useBrowser(UserId user, String digest, Instant now) {
        return done(tx -> tx.factors().browsers().use(user, digest, now));
    }
}
