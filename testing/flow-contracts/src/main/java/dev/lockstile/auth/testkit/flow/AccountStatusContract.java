package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.account.LinkProof;
import dev.lockstile.auth.account.PasswordChanges.ResetRequest;
import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.otp.CodeLogin.CodeIdentifier;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.SignIn;
import java.time.Duration;
import java.util.function.Predicate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A disabled or deleted person gets in by no path: not with what they hold, and not with what they ask for. */
@Tag("columns")
abstract class AccountStatusContract extends FlowContract {

    private static final Secret NEXT = Secret.of("copper-lantern-2208");
    private static final CodeIdentifier ANA = CodeIdentifier.email("ana@acme.example");

    @Test
    void a_disabled_person_gets_in_by_no_path() {
        getsInByNoPath(user -> fixture.auth.admin().disable(user));
    }

    @Test
    void a_deleted_person_gets_in_by_no_path() {
        getsInByNoPath(user -> fixture.auth.admin().delete(user));
    }

    private void getsInByNoPath(Predicate<UserId> measure) {
        fixture.member("ana@acme.example");
        SignIn held = fixture.signedIn("ana@acme.example");
        Caller caller = fixture.caller(held);
        fixture.requestCode("ana@acme.example");
        String code = fixture.codeTo("ana@acme.example");
        fixture.auth.passwords().requestReset(new ResetRequest(IdentifierKind.EMAIL, "ana@acme.example", null));
        LinkProof link = fixture.linkTo("ana@acme.example");

        assertThat(measure.test(held.user().id())).isTrue();

        assertThat(fixture.login("ana@acme.example", FlowFixture.PASSWORD)).isInstanceOf(Outcome.Refused.class);
        assertThat(fixture.enterCode(ANA, code)).isEqualTo(Outcome.refused(Refusal.INVALID_CODE));
        assertThat(fixture.auth.sessions().refresh(held.tokens().refresh()))
                .isEqualTo(Outcome.refused(Refusal.INVALID_TOKEN));
        assertThat(fixture.auth.ownAccount().me(caller))
                .returns(true, outcome -> outcome.isRefused(Refusal.SESSION_ENDED));
        assertThat(fixture.auth.sessions().list(caller)).isEmpty();
        assertThat(fixture.auth.login().switchProfile(caller, held.active().id(), FlowFixture.WEB))
                .isInstanceOf(Outcome.Refused.class);
        assertThat(fixture.auth.passwords().confirmReset(link, NEXT)).isEqualTo(Outcome.refused(Refusal.INVALID_LINK));
        assertThat(fixture.auth.passwords().change(caller, Secret.of(FlowFixture.PASSWORD), NEXT))
                .isEqualTo(Outcome.refused(Refusal.SESSION_ENDED));
        asksInVain();
    }

    private void asksInVain() {
        fixture.clock.advance(Duration.ofMinutes(10));
        int before = fixture.deliver().postbox.all().size();
        fixture.requestCode("ana@acme.example");
        fixture.auth.passwords().requestReset(new ResetRequest(IdentifierKind.EMAIL, "ana@acme.example", null));
        fixture.auth.registrations().resendConfirmation("ana@acme.example");
        assertThat(fixture.deliver().postbox.all()).hasSize(before);
    }

    @Test
    void an_enabled_person_is_back_but_the_old_sessions_are_not() {
        fixture.member("ana@acme.example");
        SignIn held = fixture.signedIn("ana@acme.example");
        fixture.auth.admin().disable(held.user().id());
        assertThat(fixture.auth.admin().enable(held.user().id())).isTrue();
        assertThat(fixture.auth.sessions().refresh(held.tokens().refresh()))
                .isEqualTo(Outcome.refused(Refusal.INVALID_TOKEN));
        assertThat(fixture.login("ana@acme.example", FlowFixture.PASSWORD)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void a_confirmation_never_makes_a_disabled_account_active() {
        fixture.auth.registrations().register(FlowFixture.registration("ana@acme.example", null, null));
        LinkProof link = fixture.linkTo("ana@acme.example");
        UserId user = fixture.events.stream()
                .filter(AuthEvent.Registered.class::isInstance)
                .map(event -> ((AuthEvent.Registered) event).user())
                .findFirst()
                .orElseThrow();
        fixture.auth.admin().disable(user);
        assertThat(fixture.auth.registrations().confirmEmail(link))
                .returns(true, outcome -> outcome.isRefused(Refusal.INVALID_LINK));
        assertThat(fixture.login("ana@acme.example", FlowFixture.PASSWORD)).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void a_disabled_registration_is_sent_no_link_and_leaves_the_address_to_the_next_one() {
        String address = "ana@acme.example";
        fixture.auth.registrations().register(FlowFixture.registration(address, null, null));
        UserId disabled = fixture.events.stream()
                .filter(AuthEvent.Registered.class::isInstance)
                .map(event -> ((AuthEvent.Registered) event).user())
                .findFirst()
                .orElseThrow();
        fixture.store.alone(tx -> tx.users().setActive(disabled, false, fixture.clock.instant()));
        fixture.clock.advance(Duration.ofMinutes(10));
        int before = fixture.deliver().postbox.all().size();
        fixture.auth.registrations().resendConfirmation(address);
        assertThat(fixture.deliver().postbox.all()).hasSize(before);
        fixture.member(address);
        assertThat(fixture.signedIn(address).user().id()).isNotEqualTo(disabled);
    }

    @Test
    void a_restored_person_is_back_by_a_code_and_not_with_the_old_password_nor_the_old_sessions() {
        fixture.member("ana@acme.example", "ana");
        SignIn held = fixture.signedIn("ana@acme.example");
        restored(held.user().id());
        assertThat(fixture.auth.sessions().refresh(held.tokens().refresh()))
                .isEqualTo(Outcome.refused(Refusal.INVALID_TOKEN));
        assertThat(fixture.login("ana@acme.example", FlowFixture.PASSWORD)).isInstanceOf(Outcome.Refused.class);
        assertThat(fixture.login("ana", FlowFixture.PASSWORD)).isInstanceOf(Outcome.Refused.class);
        fixture.clock.advance(Duration.ofMinutes(2));
        fixture.requestCode("ana@acme.example");
        Outcome<SignIn> entered = fixture.enterCode(ANA, fixture.codeTo("ana@acme.example"));
        assertThat(entered).satisfies(in -> {
            assertThat(in.orElseThrow().user().id()).isEqualTo(held.user().id());
            assertThat(in.orElseThrow().profiles()).hasSize(1);
        });
        assertThat(fixture.login("ana@acme.example", FlowFixture.PASSWORD)).isInstanceOf(Outcome.Refused.class);
        assertThat(fixture.auth.admin().restore(held.user().id()))
                .as("nobody is deleted any more")
                .isFalse();
    }

    @Test
    void a_restored_person_whom_the_administration_vouches_for_keeps_the_old_password() {
        fixture.member("ana@acme.example", "ana");
        UserId user = fixture.signedIn("ana@acme.example").user().id();
        restored(user);
        assertThat(fixture.auth.admin().markVerified(user, IdentifierKind.EMAIL))
                .isTrue();
        assertThat(fixture.signedIn("ana@acme.example").user().id()).isEqualTo(user);
        assertThat(fixture.signedIn("ana").user().id()).isEqualTo(user);
    }

    @Test
    void an_account_that_was_shut_is_as_shut_when_it_is_restored() {
        UserId user = fixture.people.refused("ana@acme.example", "ana@acme.example", "ana", FlowFixture.PASSWORD);
        assertThat(fixture.login("ana", FlowFixture.PASSWORD)).isInstanceOf(Outcome.Refused.class);
        restored(user);
        assertThat(fixture.login("ana", FlowFixture.PASSWORD)).isInstanceOf(Outcome.Refused.class);
        assertThat(fixture.login("ana@acme.example", FlowFixture.PASSWORD)).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void a_registration_that_is_restored_does_not_open_by_the_name_it_asked_for() {
        fixture.auth.registrations().register(FlowFixture.registration("ana@acme.example", null, "ana"));
        UserId user = fixture.events.stream()
                .filter(AuthEvent.Registered.class::isInstance)
                .map(event -> ((AuthEvent.Registered) event).user())
                .findFirst()
                .orElseThrow();
        restored(user);
        assertThat(fixture.login("ana", FlowFixture.PASSWORD)).isInstanceOf(Outcome.Refused.class);
        fixture.member("bea@acme.example", "ana");
        assertThat(fixture.signedIn("ana").user().id()).isNotEqualTo(user);
    }

    private void restored(UserId user) {
        assertThat(fixture.auth.admin().delete(user)).isTrue();
        assertThat(fixture.auth.admin().restore(user)).isTrue();
    }

    @Test
    void nobody_is_restored_onto_an_address_that_is_somebody_elses_by_now() {
        fixture.member("ana@acme.example");
        UserId deleted = fixture.signedIn("ana@acme.example").user().id();
        fixture.auth.admin().delete(deleted);
        fixture.member("ana@acme.example");
        assertThat(fixture.auth.admin().restore(deleted)).isFalse();
        assertThat(fixture.signedIn("ana@acme.example").user().id()).isNotEqualTo(deleted);
    }

    @Test
    void ended_sessions_leave_the_account_as_it_is() {
        fixture.member("ana@acme.example");
        SignIn held = fixture.signedIn("ana@acme.example");
        assertThat(fixture.auth.admin().endSessions(held.user().id())).isTrue();
        assertThat(fixture.auth.sessions().refresh(held.tokens().refresh()))
                .isEqualTo(Outcome.refused(Refusal.INVALID_TOKEN));
        assertThat(fixture.login("ana@acme.example", FlowFixture.PASSWORD)).isInstanceOf(Outcome.Done.class);
        fixture.auth.admin().delete(held.user().id());
        assertThat(fixture.auth.admin().endSessions(held.user().id())).isFalse();
    }

    @Test
    void the_address_of_a_deleted_person_is_free_for_a_new_account() {
        fixture.member("ana@acme.example", "ana");
        UserId deleted = fixture.signedIn("ana@acme.example").user().id();
        fixture.auth.admin().delete(deleted);
        Secret secret = fixture.register(FlowFixture.registration("ana@acme.example", null, "ana"));
        assertThat(fixture.auth.registrations().confirmEmail(fixture.confirmation("ana@acme.example", secret)))
                .isInstanceOf(Outcome.Done.class);
        assertThat(fixture.signedIn("ana").user().id()).isNotEqualTo(deleted);
    }
}
