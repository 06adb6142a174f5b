package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.account.AccountDraft;
import dev.lockstile.auth.account.PasswordChanges.ResetRequest;
import dev.lockstile.auth.account.Registration;
import dev.lockstile.auth.model.FieldProblem;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.throttle.RateLimit;
import dev.lockstile.auth.throttle.RateLimit.Rate;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Links beyond the limit of an identifier: one in the life of a link, for a client that holds none that works. */
abstract class ResetSpareContract extends ThrottledContract {

    private static final Secret NEXT = Secret.of("copper-lantern-2208");

    /** For those who extend it. */
    protected ResetSpareContract() {}

    @Test
    void who_holds_a_link_that_works_gets_no_spare_one() {
        allowOneLink();
        int letters = ask(place(1));
        pass(Duration.ofMinutes(2));
        assertThat(ask(place(2))).as("the first one works").isEqualTo(letters);
        pass(FlowFixture.settings().links().resetTtl());
        assertThat(ask(place(3))).as("it does not any more").isEqualTo(letters + 1);
        pass(Duration.ofMinutes(2));
        assertThat(ask(place(4))).as("one in the life of a link").isEqualTo(letters + 1);
    }

    @Test
    void who_has_used_the_link_gets_a_spare_one() {
        allowOneLink();
        ask(place(1));
        assertThat(fixture.auth.passwords().confirmReset(fixture.linkTo(ANA), NEXT))
                .isInstanceOf(Outcome.Done.class);
        int letters = fixture.deliver().postbox.to(ANA).size();
        pass(Duration.ofMinutes(2));
        assertThat(ask(place(2))).isEqualTo(letters + 1);
    }

    @Test
    void no_confirmation_is_sent_again_to_an_address_that_somebody_has_proven_since() {
        fixture.auth.registrations().register(FlowFixture.registration(ANA, null, null));
        Outcome<UserInfo> owner =
                fixture.auth.admin().create(AccountDraft.ofEmail(ANA).vouchingForIdentifiers());
        assertThat(owner).isInstanceOf(Outcome.Done.class);
        int letters = fixture.deliver().postbox.to(ANA).size();
        pass(Duration.ofMinutes(2));
        assertThat(fixture.auth.registrations().resendConfirmation(ANA, HOME)).isInstanceOf(Outcome.Done.class);
        assertThat(fixture.deliver().postbox.to(ANA)).hasSize(letters);
        assertThat(fixture.auth.registrations().resendConfirmation("none", HOME))
                .isEqualTo(Outcome.invalid(List.of(FieldProblem.of("email", "invalid_email"))));
    }

    @Test
    void a_registration_that_the_host_refuses_is_answered_like_any_other() {
        fixture.doorkeeper.refuse("invitation_missing");
        Registration.Accepted refused = fixture.auth
                .registrations()
                .register(FlowFixture.registration(ANA, null, null))
                .orElseThrow();
        assertThat(refused.registration().reveal()).hasSizeGreaterThan(20);
        assertThat(refused.challengeId()).isNotNull();
    }

    private void allowOneLink() {
        limit(throttles -> throttles.with(RateLimit.PASSWORD_RESET_REQUEST_IDENTITY, Rate.perDay(1)));
        fixture.member(ANA);
    }

    /** How many letters Ana has when the request was answered. */
    private int ask(String address) {
        assertThat(fixture.auth.passwords().requestReset(new ResetRequest(IdentifierKind.EMAIL, ANA, address)))
                .isEqualTo(Outcome.done(true));
        return fixture.deliver().postbox.to(ANA).size();
    }
}
