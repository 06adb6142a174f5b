package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.social.SocialAdministration;
import dev.lockstile.auth.social.SocialAdministration.Account;
import dev.lockstile.auth.social.SocialAdministration.Owner;
import dev.lockstile.auth.testkit.contract.ParallelRun;
import dev.lockstile.auth.token.SignIn;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An administrator lifts the suspension of an account at another site. */
abstract class SocialResumptionContract extends SocialAdministrationSteps {

    /** For those who extend it. */
    protected SocialResumptionContract() {}

    @Test
    void nothing_is_lifted_where_nothing_is_suspended_or_nothing_is_served() {
        assertThat(resumed(Owner.named(ANA))).isEqualTo(refused(Refusal.SOCIAL_NOT_SUSPENDED));
        assertThat(administration().resume(Owner.named(ANA), linked, WHY))
                .isEqualTo(refused(Refusal.SOCIAL_NOT_SUSPENDED));
        SocialAdministration off = fixture.auth.socialAdministration();
        assertThat(off.resumeAs(root, Owner.named(ANA), linked, WHY)).isEqualTo(refused(Refusal.SOCIAL_LOGIN_OFF));
        assertThat(off.resume(Owner.named(ANA), linked, WHY)).isEqualTo(refused(Refusal.SOCIAL_LOGIN_OFF));
    }

    @Test
    void the_account_of_another_person_and_of_nobody_is_not_found_and_a_reason_is_needed() {
        disabled("jti-1");
        fixture.member("ben@acme.example");
        for (String id : List.of(linked, "987654321", "none", "")) {
            assertThat(administration().resumeAs(root, Owner.named("ben@acme.example"), id, WHY))
                    .isEqualTo(refused(Refusal.SOCIAL_NOT_FOUND));
        }
        assertThat(resumed(Owner.named("nobody@acme.example"))).isEqualTo(refused(Refusal.NOT_FOUND));
        assertThat(administration().resume(Owner.named("nobody@acme.example"), linked, WHY))
                .isEqualTo(refused(Refusal.NOT_FOUND));
        for (String reason : List.of("", "x".repeat(61), "line\nbreak", "añadido")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> administration().resumeAs(root, Owner.named(ANA), linked, reason));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> administration().resume(Owner.named(ANA), linked, reason));
        }
        assertThat(linkedOf(ANA)).extracting(Account::suspended).containsExactly(true);
    }

    @Test
    void it_is_lifted_once_its_owner_is_told_and_no_session_ends() {
        disabled("jti-1");
        SignIn byPassword = fixture.signedIn(ANA);
        assertThat(steps.signIn(steps.corp, "1", "ana@corp.example", true)).isInstanceOf(Outcome.Refused.class);
        int before = letters();
        assertThat(ParallelRun.winners(8, n -> resumed(Owner.named(ANA)) instanceof Outcome.Done))
                .isEqualTo(1);
        assertThat(letters()).isEqualTo(before + 1);
        assertThat(fixture.postbox.lastTo(ANA).text()).contains(" con Corp. ");
        assertThat(fixture.events)
                .filteredOn(AuthEvent.FactorsChanged.class::isInstance)
                .extracting(AuthEvent::detail)
                .contains("social resumed: corp, by user " + root.user() + ": ticket 7, session " + root.session());
        assertThat(linkedOf(ANA)).extracting(Account::suspended).containsExactly(false);
        steps.in(steps.signIn(steps.corp, "1", "ana@corp.example", true));
        assertThat(lives(byPassword)).isTrue();
    }

    @Test
    void it_is_lifted_though_the_provider_tells_nothing_any_more() {
        disabled("jti-1");
        steps.corp.takingEvents();
        assertThat(resumed(Owner.of(ana.user()))).isEqualTo(Outcome.done(true));
        steps.in(steps.signIn(steps.corp, "1", "ana@corp.example", true));
    }

    @Test
    void what_the_provider_tells_later_suspends_again_and_the_hosts_own_code_lifts_it() {
        disabled("jti-1");
        assertThat(resumed(Owner.named(ANA))).isEqualTo(Outcome.done(true));
        fixture.clock.advance(Duration.ofSeconds(1));
        disabled("jti-2");
        assertThat(linkedOf(ANA)).extracting(Account::suspended).containsExactly(true);
        assertThat(administration().resume(Owner.of(ana.user()), linked, WHY)).isEqualTo(Outcome.done(true));
        assertThat(linkedOf(ANA)).extracting(Account::suspended).containsExactly(false);
        assertThat(fixture.events)
                .extracting(AuthEvent::detail)
                .contains("social resumed: corp, by an administrator: ticket 7");
    }

    private Outcome<Boolean> resumed(Owner owner) {
        return administration().resumeAs(root, owner, linked, WHY);
    }
}
