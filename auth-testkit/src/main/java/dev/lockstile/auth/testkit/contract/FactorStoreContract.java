package dev.lockstile.auth.testkit.contract;

import static dev.lockstile.auth.testkit.contract.Samples.T0;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lockstile.auth.model.AuthChallenge;
import dev.lockstile.auth.model.ChallengeKind;
import dev.lockstile.auth.model.ClientKind;
import dev.lockstile.auth.model.FactorKind;
import dev.lockstile.auth.model.TotpState;
import dev.lockstile.auth.model.TrustedBrowserState;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.KeyTakenException;
import dev.lockstile.auth.store.RetentionCategory;
import dev.lockstile.auth.store.StoredUser;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Second factors: each contested step has one winner, and a row of one user is nobody else's. */
public abstract class FactorStoreContract extends StoreContract {

    private static final Instant SOON = T0.plusSeconds(60);
    private static final Instant END = T0.plus(Duration.ofMinutes(10));
    private static final int RUNS = 20;

    private UserId ana;
    private UserId ben;

    /** For those who extend it. */
    protected FactorStoreContract() {}

    @BeforeEach
    final void addPeople() {
        assumeTrue(store().<Boolean>read(tx -> tx.factors().totps().isKept()), "the host keeps no second factors");
        ana = write(tx -> tx.users().insert(Samples.user("ana")));
        ben = write(tx -> tx.users().insert(Samples.user("ben")));
    }

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
    void a_challenge_of_one_kind_is_found_and_ended_by_its_user_and_in_time() {
        change(tx -> {
            tx.factors().challenges().insert(challenge("c1", ana), T0);
            tx.factors().challenges().insert(reset("c2", ana), T0);
            tx.factors().challenges().insert(reset("c3", ben), T0);
        });
        assertThat(find(tx -> tx.factors().challenges().open(ana, ChallengeKind.FACTOR_RESET, SOON)))
                .contains(reset("c2", ana));
        assertThat(find(tx -> tx.factors().challenges().open(ana, ChallengeKind.FACTOR_RESET, END)))
                .isEmpty();
        assertThat(find(tx -> tx.factors().challenges().open(ben, ChallengeKind.SECOND_FACTOR, SOON)))
                .isEmpty();
        assertThat(endResets(ana, END)).as("too late").isZero();
        assertThat(endResets(ana, SOON)).isEqualTo(1);
        assertThat(endResets(ana, SOON)).isZero();
        assertThat(find(tx -> tx.factors().challenges().open(ana, ChallengeKind.FACTOR_RESET, SOON)))
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
            tx.factors().challenges().insert(signIn("c1", ChallengeKind.SECOND_FACTOR, "idp:site"), T0);
            tx.factors().challenges().insert(signIn("c2", ChallengeKind.ENROLMENT, "idp:site"), T0);
            tx.factors().challenges().insert(signIn("c3", ChallengeKind.SECOND_FACTOR, "idp:site2"), T0);
            tx.factors().challenges().insert(signIn("c4", ChallengeKind.SECOND_FACTOR, null), T0);
            tx.factors().challenges().insert(signIn("c5", ChallengeKind.PASSKEY_STEP_UP, "idp:site"), T0);
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
            change(tx -> tx.factors().challenges().insert(signIn(digest, ChallengeKind.SECOND_FACTOR, "idp:site"), T0));
            assertThat(ParallelRun.winners(2, n -> n == 0 ? use(digest, SOON) : endSignIns(END) == 1))
                    .isEqualTo(1);
        }
    }

    private int endSignIns(Instant validUntil) {
        return count(tx -> tx.factors().challenges().endSignIns(ana, "idp:site", validUntil, SOON));
    }

    private AuthChallenge signIn(String digest, ChallengeKind kind, @Nullable String methods) {
        return new AuthChallenge(
                digest,
                kind,
                new AuthChallenge.Binding(ana, null, null, null),
                null,
                methods,
                new AuthChallenge.Use(0, 5, END, null));
    }

    private int endResets(UserId user, Instant now) {
        return count(tx -> tx.factors().challenges().endAll(user, ChallengeKind.FACTOR_RESET, now));
    }

    private static AuthChallenge reset(String digest, UserId user) {
        return new AuthChallenge(
                digest,
                ChallengeKind.FACTOR_RESET,
                new AuthChallenge.Binding(user, null, null, null),
                null,
                null,
                new AuthChallenge.Use(0, 1, END, null));
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

    private int remove(RetentionCategory what, Instant before, int max) {
        return count(tx -> tx.upkeep().remove(what, before, max, before));
    }

    private boolean useBrowser(UserId user, String digest, Instant now) {
        return done(tx -> tx.factors().browsers().use(user, digest, now));
    }

    private boolean use(String digest, Instant now) {
        return done(tx -> tx.factors().challenges().use(digest, now));
    }

    private StoredUser user(UserId id) {
        return find(tx -> tx.users().byId(id)).orElseThrow();
    }

    private static AuthChallenge challenge(String digest, UserId user) {
        return new AuthChallenge(
                digest,
                ChallengeKind.SECOND_FACTOR,
                new AuthChallenge.Binding(user, null, ClientKind.WEB, "binding"),
                null,
                "pwd",
                new AuthChallenge.Use(0, 5, END, null));
    }
}
