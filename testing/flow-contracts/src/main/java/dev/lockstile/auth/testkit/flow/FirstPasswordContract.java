package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.account.LinkProof;
import dev.lockstile.auth.account.PasswordChanges.ResetRequest;
import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.otp.LinkLogin;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.testkit.contract.ParallelRun;
import dev.lockstile.auth.token.Caller;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The first password of an account that has none, and looks at links that change nothing. */
abstract class FirstPasswordContract extends FlowContract {

    private static final String ANA = "ana@acme.example";
    private static final Secret NEXT = Secret.of("copper-lantern-2208");
    private static final int LOOKS = 20;

    private Caller ana;

    @BeforeEach
    final void registerAna() {
        fixture.member(ANA);
        ana = fixture.caller(fixture.signedIn(ANA));
    }

    @Test
    void a_first_password_signs_in_and_ends_the_other_sessions() {
        Caller other = fixture.caller(fixture.signedIn(ANA));
        dropPassword();
        assertThat(fixture.auth.passwords().set(ana, Secret.of("x")))
                .returns(true, outcome -> outcome.isRefused(Refusal.INVALID_INPUT));
        assertThat(fixture.auth.passwords().set(ana, NEXT)).isInstanceOf(Outcome.Done.class);
        assertThat(fixture.auth.sessions().list(other)).isEmpty();
        assertThat(fixture.auth.sessions().list(ana)).isNotEmpty();
        FlowFixture.signIn(fixture.login(ANA, NEXT.reveal()));
        assertThat(fixture.events).anyMatch(AuthEvent.PasswordChanged.class::isInstance);
    }

    @Test
    void an_account_with_a_password_an_old_proof_and_a_session_that_is_over_set_none() {
        assertThat(fixture.auth.passwords().set(ana, NEXT)).isEqualTo(Outcome.refused(Refusal.WRONG_PASSWORD));
        dropPassword();
        fixture.clock.advance(Duration.ofMinutes(11));
        assertThat(fixture.auth.passwords().set(ana, NEXT)).isEqualTo(Outcome.refused(Refusal.STEP_UP_REQUIRED));
        fixture.auth.sessions().logout(ana);
        assertThat(fixture.auth.passwords().set(ana, NEXT)).isEqualTo(Outcome.refused(Refusal.SESSION_ENDED));
    }

    @Test
    @Tag("transactions")
    void of_two_threads_one_sets_it() {
        dropPassword();
        assertThat(ParallelRun.winners(
                        2,
                        n -> fixture.auth.passwords().set(ana, Secret.of("copper-lantern-220" + n))
                                instanceof Outcome.Done))
                .isEqualTo(1);
    }

    @Test
    void a_look_at_a_reset_link_names_its_recipient_and_changes_nothing() {
        fixture.auth.passwords().requestReset(new ResetRequest(IdentifierKind.EMAIL, ANA, null));
        LinkProof link = fixture.linkTo(ANA);
        for (int i = 0; i < LOOKS; i++) {
            assertThat(fixture.auth.passwords().recipientOf(link)).contains(ANA);
            assertThat(fixture.auth.passwords().recipientOf(new LinkProof(link.uid(), Secret.of("x"))))
                    .isEmpty();
        }
        assertThat(fixture.auth.passwords().confirmReset(link, NEXT)).isInstanceOf(Outcome.Done.class);
        assertThat(fixture.auth.passwords().recipientOf(link)).isEmpty();
    }

    @Test
    void a_look_at_a_confirmation_names_its_address_until_it_is_used_or_expired() {
        fixture.register(FlowFixture.registration("eva@acme.example", null, null));
        LinkProof link = fixture.linkTo("eva@acme.example");
        assertThat(fixture.auth.registrations().recipientOf(link)).contains("eva@acme.example");
        fixture.auth.registrations().confirmEmail(link);
        assertThat(fixture.auth.registrations().recipientOf(link)).isEmpty();
        fixture.register(FlowFixture.registration("ben@acme.example", null, null));
        LinkProof late = fixture.linkTo("ben@acme.example");
        fixture.clock.advance(Duration.ofDays(30));
        assertThat(fixture.auth.registrations().recipientOf(late)).isEmpty();
    }

    @Test
    void a_look_at_a_login_link_counts_no_attempt_and_needs_its_request() {
        LinkLogin links = fixture.auth.linkLogin();
        String request =
                links.request(new LinkLogin.Request(ANA, null)).orElseThrow().requestId();
        Secret token = Secret.of(fixture.deliver().postbox.lastTo(ANA).loginToken());
        for (int i = 0; i < LOOKS; i++) {
            assertThat(links.isLive(request, Secret.of("x"))).isFalse();
            assertThat(links.isLive("x", token)).isFalse();
            assertThat(links.isLive(request, token)).isTrue();
        }
        LinkLogin.Attempt attempt =
                new LinkLogin.Attempt(request, new LinkLogin.Attempt.Proof.Token(token), FlowFixture.WEB);
        assertThat(links.confirm(attempt)).isInstanceOf(Outcome.Done.class);
        assertThat(links.isLive(request, token)).isFalse();
    }

    /** Moments before what follows: a change of a password is told by its time. */
    private void dropPassword() {
        fixture.store.<Boolean>alone(tx -> tx.users().resetPassword(ana.user(), null, fixture.clock.instant()));
        fixture.clock.advance(Duration.ofSeconds(1));
    }
}
