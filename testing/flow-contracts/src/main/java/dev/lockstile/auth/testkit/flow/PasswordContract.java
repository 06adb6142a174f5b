package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.account.LinkProof;
import dev.lockstile.auth.account.PasswordChanges.PasswordSet;
import dev.lockstile.auth.account.PasswordChanges.ResetRequest;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.otp.CodeLogin.CodeIdentifier;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.SignIn;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Forgotten and changed passwords. */
@Tag("keys")
abstract class PasswordContract extends FlowContract {

    private static final Secret NEXT = Secret.of("copper-lantern-2208");
    private static final Outcome<PasswordSet> INVALID_LINK = Outcome.refused(Refusal.INVALID_LINK);

    @Test
    void a_reset_sets_the_password_and_ends_everything_else() {
        fixture.member("ana@acme.example");
        SignIn before = fixture.signedIn("ana@acme.example");
        fixture.requestCode("ana@acme.example");
        String code = fixture.codeTo("ana@acme.example");
        LinkProof link = reset("ana@acme.example");
        assertThat(fixture.login("ana@acme.example", FlowFixture.PASSWORD)).isInstanceOf(Outcome.Done.class);
        assertThat(fixture.auth.passwords().confirmReset(link, NEXT)).isInstanceOf(Outcome.Done.class);
        assertThat(fixture.login("ana@acme.example", FlowFixture.PASSWORD)).isInstanceOf(Outcome.Refused.class);
        assertThat(fixture.login("ana@acme.example", NEXT.reveal())).isInstanceOf(Outcome.Done.class);
        assertThat(fixture.auth.sessions().refresh(before.tokens().refresh()))
                .isEqualTo(Outcome.refused(Refusal.INVALID_TOKEN));
        assertThat(fixture.enterCode(CodeIdentifier.email("ana@acme.example"), code))
                .isEqualTo(Outcome.refused(Refusal.INVALID_CODE));
        assertThat(fixture.auth.passwords().confirmReset(link, NEXT)).isEqualTo(INVALID_LINK);
        assertThat(fixture.deliver().postbox.lastTo("ana@acme.example").hasLink())
                .isFalse();
    }

    @Test
    void a_weak_new_password_does_not_use_the_link_up() {
        fixture.member("ana@acme.example");
        LinkProof link = reset("ana@acme.example");
        assertThat(fixture.auth.passwords().confirmReset(link, Secret.of("1")))
                .returns(true, outcome -> outcome.isRefused(Refusal.INVALID_INPUT));
        assertThat(fixture.auth.passwords().confirmReset(link, NEXT)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void a_link_dies_with_its_time_and_with_a_newer_one() {
        fixture.member("ana@acme.example");
        LinkProof older = reset("ana@acme.example");
        fixture.clock.advance(Duration.ofMinutes(2));
        LinkProof newer = reset("ana@acme.example");
        assertThat(fixture.auth.passwords().confirmReset(older, NEXT)).isEqualTo(INVALID_LINK);
        fixture.clock.advance(Duration.ofMinutes(30));
        assertThat(fixture.auth.passwords().confirmReset(newer, NEXT)).isEqualTo(INVALID_LINK);
    }

    @Test
    void a_link_for_one_purpose_is_none_for_another() {
        fixture.auth.registrations().register(FlowFixture.registration("ana@acme.example", null, null));
        LinkProof confirmation = fixture.linkTo("ana@acme.example");
        assertThat(fixture.auth.passwords().confirmReset(confirmation, NEXT)).isEqualTo(INVALID_LINK);
        fixture.auth.registrations().confirmEmail(confirmation);
        LinkProof reset = reset("ana@acme.example");
        assertThat(fixture.auth.registrations().confirmEmail(reset))
                .returns(true, outcome -> outcome.isRefused(Refusal.INVALID_LINK));
    }

    @Test
    void asking_for_a_reset_tells_nothing() {
        fixture.auth.registrations().register(FlowFixture.registration("unproven@acme.example", null, null));
        fixture.deliver();
        int before = fixture.postbox.all().size();
        for (String email : new String[] {"nobody@acme.example", "unproven@acme.example", "nobody@acme.example"}) {
            assertThat(ask(email)).isEqualTo(Outcome.done(true));
        }
        assertThat(fixture.deliver().postbox.all()).hasSize(before);
        assertThat(ask("no address")).returns(true, outcome -> outcome.isRefused(Refusal.INVALID_INPUT));
    }

    @Test
    void a_change_needs_the_old_password_and_ends_the_other_sessions() {
        fixture.member("ana@acme.example");
        SignIn mine = fixture.signedIn("ana@acme.example");
        SignIn other = fixture.signedIn("ana@acme.example");
        assertThat(fixture.auth.passwords().change(fixture.caller(mine), Secret.of("wrong-word-1"), NEXT))
                .isEqualTo(Outcome.refused(Refusal.WRONG_PASSWORD));
        assertThat(fixture.auth
                        .passwords()
                        .change(fixture.caller(mine), Secret.of(FlowFixture.PASSWORD), Secret.of("short")))
                .returns(true, outcome -> outcome.isRefused(Refusal.INVALID_INPUT));
        assertThat(fixture.auth.passwords().change(fixture.caller(mine), Secret.of(FlowFixture.PASSWORD), NEXT))
                .isInstanceOf(Outcome.Done.class);
        assertThat(fixture.auth.sessions().refresh(other.tokens().refresh()))
                .isEqualTo(Outcome.refused(Refusal.INVALID_TOKEN));
        assertThat(fixture.auth.sessions().refresh(mine.tokens().refresh())).isInstanceOf(Outcome.Done.class);
        assertThat(fixture.auth.passwords().change(fixture.caller(other), NEXT, Secret.of("another-word-551")))
                .isEqualTo(Outcome.refused(Refusal.SESSION_ENDED));
    }

    @Test
    void the_own_address_is_no_password() {
        fixture.member("ana.ruiz.torres@acme.example");
        LinkProof link = reset("ana.ruiz.torres@acme.example");
        assertThat(fixture.auth.passwords().confirmReset(link, Secret.of("ana.ruiz.torres@acme.example")))
                .returns(true, outcome -> outcome.isRefused(Refusal.INVALID_INPUT));
    }

    private LinkProof reset(String email) {
        ask(email);
        return fixture.linkTo(email);
    }

    private Outcome<Boolean> ask(String email) {
        return fixture.auth.passwords().requestReset(new ResetRequest(IdentifierKind.EMAIL, email, null));
    }
}
