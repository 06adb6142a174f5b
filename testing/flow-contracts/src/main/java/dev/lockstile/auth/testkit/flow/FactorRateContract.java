package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.AuthSettings;
import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.factor.FactorProof;
import dev.lockstile.auth.factor.OwnPasskeys;
import dev.lockstile.auth.factor.PasskeyCeremony;
import dev.lockstile.auth.factor.SecondFactors.TotpEnrolment;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.testkit.TotpGenerator;
import dev.lockstile.auth.testkit.contract.ParallelRun;
import dev.lockstile.auth.throttle.RateLimit;
import dev.lockstile.auth.throttle.RateLimit.Rate;
import dev.lockstile.auth.token.Caller;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How often the owner of an account changes its ways to sign in, whatever the changes are. */
abstract class FactorRateContract extends SecondFactorFixture {

    private static final String BEN = "ben@acme.example";

    /** For those who extend it. */
    protected FactorRateContract() {}

    @Test
    void renewals_past_the_rate_write_and_send_nothing() {
        Caller both = both();
        Auth node = allowing(2);
        renew(node, both);
        Secret code = renew(node, both).get(0);
        int sent = fixture.deliver().postbox.to(ADDRESS).size();

        assertThat(node.secondFactors().renewRecoveryCodes(both)).isEqualTo(throttled());
        assertThat(fixture.deliver().postbox.to(ADDRESS)).hasSize(sent);
        in(finish(challenge(), new FactorProof.RecoveryCode(code)));
        fixture.clock.advance(Duration.ofHours(1));
        renew(node, both());
    }

    @Test
    void of_two_changes_at_once_the_last_permit_is_for_one() {
        Caller both = both();
        Auth node = allowing(2);
        renew(node, both);
        assertThat(ParallelRun.winners(
                        2, n -> node.secondFactors().renewRecoveryCodes(both) instanceof Outcome.Done<List<Secret>>))
                .isEqualTo(1);
    }

    @Test
    void a_caller_without_a_recent_proof_and_another_account_use_up_no_permit() {
        Auth node = allowing(1);
        Caller ben = ben();
        fixture.clock.advance(Duration.ofMinutes(11));
        assertThat(node.secondFactors().beginTotp(ben)).isEqualTo(refused(Refusal.STEP_UP_REQUIRED));
        Caller recent = fixture.caller(fixture.signedIn(BEN));
        done(node.secondFactors().beginTotp(recent));
        assertThat(node.secondFactors().beginTotp(recent)).isEqualTo(throttled());
        renew(node, both());
    }

    @Test
    void an_application_that_was_begun_is_confirmed_and_removed_past_the_rate() {
        Auth node = allowing(1);
        Caller ben = ben();
        TotpEnrolment begun = done(node.secondFactors().beginTotp(ben));
        TotpGenerator app = TotpGenerator.of(begun.secret().reveal(), fixture.clock);
        done(node.secondFactors().confirmTotp(ben, begun.enrolmentId(), Secret.of(app.code())));
        fixture.clock.advance(Duration.ofMinutes(1));
        Caller both = in(finish(challenge(fixture.login(BEN, FlowFixture.PASSWORD)), totp(app.code())));
        assertThat(node.secondFactors().renewRecoveryCodes(both))
                .isEqualTo(Outcome.refused(
                        Refusal.THROTTLED, fixture.clock.instant().plus(Duration.ofMinutes(59))));
        assertThat(done(node.secondFactors().removeTotp(both))).isTrue();
    }

    @Test
    void a_passkey_is_added_and_removed_and_not_named_past_the_rate() {
        assumeTrue(fixture.store.<Boolean>read(tx -> tx.factors().passkeys().isMapped()), "the host keeps no passkeys");
        OwnPasskeys passkeys = allowing(2).ownPasskeys();
        Caller ben = ben();
        PasskeyCeremony begun = done(passkeys.begin(ben));
        String id = done(passkeys.finish(ben, new FactorProof.Passkey(begun.id(), "key-of-ben"), null))
                .passkey()
                .passkeyId();
        assertThat(done(passkeys.rename(ben, id, "Laptop")).name()).isEqualTo("Laptop");

        assertThat(passkeys.rename(ben, id, "Phone")).isEqualTo(throttled());
        assertThat(done(passkeys.list(ben)).get(0).name()).isEqualTo("Laptop");
        Caller shown = BelievingPasskeys.signedIn(allowing(2), "key-of-ben");
        assertThat(passkeys.begin(shown)).isEqualTo(throttled());
        assertThat(done(passkeys.remove(shown, id))).isTrue();
    }

    @Test
    void an_account_at_another_site_is_unlinked_and_not_linked_past_the_rate() {
        SocialSteps steps = new SocialSteps(fixture, limited(1), social -> social);
        Caller ben = ben();
        steps.link(ben, steps.corp, "1", BEN);
        SocialSteps.Attempt next = steps.attempt(steps.forum, steps.forum.person("2", BEN, true), ben);

        assertThat(next.link(ben)).isEqualTo(throttled());
        assertThat(done(steps.auth().social().unlink(ben, "corp", null))).isTrue();
        fixture.clock.advance(Duration.ofHours(1));
        steps.link(fixture.caller(fixture.signedIn(BEN)), steps.forum, "2", BEN);
    }

    @Test
    void of_one_act_twenty_notices_a_day_are_sent_and_those_of_other_acts_besides() {
        Caller both = both();
        int before = fixture.deliver().postbox.to(ADDRESS).size();
        for (int i = 0; i < 21; i++) {
            renew(fixture.auth, both);
        }
        assertThat(fixture.deliver().postbox.to(ADDRESS)).hasSize(before + 20);
        assertThat(fixture.events.stream()
                        .filter(AuthEvent.FactorsChanged.class::isInstance)
                        .map(AuthEvent::detail)
                        .filter("recovery codes made"::equals))
                .hasSize(21);
        done(fixture.auth.secondFactors().removeTotp(both));
        assertThat(fixture.deliver().postbox.to(ADDRESS)).hasSize(before + 21);
    }

    @Test
    void the_next_day_an_act_is_told_again() {
        Caller both = both();
        for (int i = 0; i < 21; i++) {
            renew(fixture.auth, both);
        }
        fixture.clock.advance(Duration.ofDays(1));
        int before = fixture.deliver().postbox.to(ADDRESS).size();
        renew(fixture.auth, both());
        assertThat(fixture.deliver().postbox.to(ADDRESS)).hasSize(before + 1);
    }

    private Caller ben() {
        fixture.member(BEN);
        return fixture.caller(fixture.signedIn(BEN));
    }

    private Caller both() {
        fixture.clock.advance(Duration.ofMinutes(1));
        return in(finish(challenge(), totp(ana.app().code())));
    }

    private static List<Secret> renew(Auth node, Caller caller) {
        return done(node.secondFactors().renewRecoveryCodes(caller));
    }

    private <T> Outcome<T> throttled() {
        return Outcome.refused(Refusal.THROTTLED, fixture.clock.instant().plus(Duration.ofHours(1)));
    }

    private Auth allowing(int changes) {
        return fixture.nodeWith(limited(changes), builder -> builder.passkeys(new BelievingPasskeys()));
    }

    private static AuthSettings limited(int changes) {
        return FlowFixture.settings()
                .withThrottles(
                        FlowFixture.settings().throttles().with(RateLimit.FACTOR_CHANGE_USER, Rate.perHour(changes)));
    }
}
