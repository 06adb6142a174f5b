package dev.lockstile.auth.testkit.contract;

import static dev.lockstile.auth.testkit.contract.Samples.T0;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.model.SocialAccountId;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.SocialStore.StoredSocialAccount;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Suspensions and revocations of accounts at other sites: the latest word of the provider counts. */
abstract class SocialStatusContract extends SocialStoreCases {

    /** For those who extend it. */
    protected SocialStatusContract() {}

    @Test
    void a_suspended_account_signs_nobody_in_until_its_provider_enables_it() {
        link(ana, "site", "1");
        SocialAccountId id = id("site", "1");
        assertThat(suspended("1")).isFalse();
        assertThat(ParallelRun.winners(RUNS, n -> suspend(id, SOON))).isEqualTo(1);
        assertThat(suspended("1")).isTrue();
        assertThat(recordLogin(id, ISSUER)).isFalse();
        assertThat(ParallelRun.winners(RUNS, n -> resume(id, SOON.plusSeconds(1))))
                .isEqualTo(1);
        assertThat(suspended("1")).isFalse();
        assertThat(recordLogin(id, ISSUER)).isTrue();
    }

    @Test
    void the_latest_word_of_a_provider_counts_in_whatever_order_it_comes() {
        link(ana, "site", "1");
        SocialAccountId id = id("site", "1");
        assertThat(resume(id, SOON)).isTrue();
        assertThat(suspend(id, SOON.minusSeconds(1))).as("told late").isTrue();
        assertThat(suspended("1")).isFalse();
        assertThat(suspend(id, SOON)).as("at the same time").isTrue();
        assertThat(suspended("1")).isTrue();
        assertThat(resume(id, SOON)).as("once more").isFalse();
        assertThat(suspend(id, SOON.minusSeconds(1))).as("older").isFalse();
        unlink(ana, id);
        assertThat(suspend(id, SOON.plusSeconds(9))).as("unlinked").isFalse();
        assertThat(resume(id, SOON.plusSeconds(9))).isFalse();
        link(ana, "site", "1");
        assertThat(suspended("1")).as("linked anew").isFalse();
    }

    @Test
    void a_sign_in_tells_that_the_account_was_enabled_when_it_began() {
        link(ana, "site", "1");
        SocialAccountId id = id("site", "1");
        assertThat(enabledAt()).isNull();
        assertThat(recordLogin(id, ISSUER)).isTrue();
        assertThat(enabledAt()).isEqualTo(T0);
        assertThat(suspend(id, T0.minusSeconds(1))).as("told late").isTrue();
        assertThat(suspended("1")).isFalse();
        resume(id, SOON);
        assertThat(recordLogin(id, ISSUER)).isTrue();
        assertThat(enabledAt()).as("the later one").isEqualTo(SOON);
    }

    @Test
    void of_one_who_signs_in_and_one_who_suspends_the_suspension_stays() {
        link(ana, "site", "1");
        SocialAccountId id = id("site", "1");
        for (int i = 0; i < RUNS; i++) {
            Instant at = SOON.plusSeconds(i);
            ParallelRun.winners(2, n -> n == 0 ? recordLogin(id, ISSUER) : suspend(id, at));
            assertThat(suspended("1")).isTrue();
            resume(id, at.plusMillis(500));
        }
    }

    @Test
    void what_was_begun_before_a_revocation_signs_nobody_in() {
        link(ana, "site", "1");
        SocialAccountId id = id("site", "1");
        assertThat(ParallelRun.winners(RUNS, n -> revoke(id, T0))).isEqualTo(1);
        assertThat(recordLogin(id, ISSUER)).as("begun at the same second").isTrue();
        assertThat(revoke(id, T0.plusSeconds(1))).isTrue();
        assertThat(revoke(id, T0)).as("older").isFalse();
        assertThat(find("site", ISSUER, "1").orElseThrow().status())
                .isEqualTo(new StoredSocialAccount.Status(false, T0, T0.plusSeconds(1)));
        assertThat(recordLogin(id, ISSUER)).isFalse();
        assertThat(done(tx -> tx.socials().recordLogin(id, identity("site", "1"), T0.plusSeconds(1), SOON)))
                .isTrue();
        unlink(ana, id);
        assertThat(revoke(id, SOON)).as("unlinked").isFalse();
        link(ana, "site", "1");
        assertThat(recordLogin(id("site", "1"), ISSUER)).as("linked anew").isTrue();
    }

    @Test
    void of_one_who_signs_in_and_one_who_revokes_the_revocation_stays() {
        link(ana, "site", "1");
        SocialAccountId id = id("site", "1");
        for (int i = 1; i <= RUNS; i++) {
            Instant at = T0.plusSeconds(i);
            ParallelRun.winners(2, n -> n == 0 ? recordLogin(id, ISSUER) : revoke(id, at));
            assertThat(recordLogin(id, ISSUER)).isFalse();
        }
    }

    private boolean revoke(SocialAccountId id, Instant at) {
        return done(tx -> tx.socials().revoke(id, at, SOON));
    }

    private @Nullable Instant enabledAt() {
        return find("site", ISSUER, "1").orElseThrow().status().enabledAt();
    }

    @Test
    void a_suspension_is_lifted_once_and_an_older_word_of_the_provider_puts_none_back() {
        link(ana, "site", "1");
        SocialAccountId id = id("site", "1");
        assertThat(lift(ana, id)).as("not suspended").isFalse();
        suspend(id, SOON.plusSeconds(30));
        assertThat(lift(ben, id)).as("another user's").isFalse();
        assertThat(suspended("1")).isTrue();
        assertThat(ParallelRun.winners(RUNS, n -> lift(ana, id))).isEqualTo(1);
        assertThat(suspended("1")).isFalse();
        assertThat(recordLogin(id, ISSUER)).isTrue();
        assertThat(suspend(id, SOON.minusSeconds(1))).as("told late").isTrue();
        assertThat(suspended("1")).isFalse();
        assertThat(suspend(id, SOON.plusSeconds(1))).as("told anew").isTrue();
        assertThat(suspended("1")).isTrue();
        unlink(ana, id);
        assertThat(lift(ana, id)).as("unlinked").isFalse();
    }

    @Test
    void a_suspended_account_is_no_way_in_that_stays() {
        link(ana, "site", "1");
        link(ana, "other", "2");
        suspend(id("other", "2"), SOON);
        assertThat(unlinkUnlessLast(id("site", "1"))).isFalse();
        assertThat(unlinkUnlessLast(id("other", "2"))).isTrue();
    }

    private boolean suspended(String subject) {
        return find("site", ISSUER, subject).orElseThrow().suspended();
    }

    private boolean suspend(SocialAccountId id, Instant at) {
        return done(tx -> tx.socials().suspend(id, at, SOON));
    }

    private boolean resume(SocialAccountId id, Instant at) {
        return done(tx -> tx.socials().resume(id, at, SOON));
    }

    private boolean lift(UserId user, SocialAccountId id) {
        return done(tx -> tx.socials().liftSuspension(user, id, SOON));
    }
}
