package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.account.AccountChange;
import dev.lockstile.auth.account.EmailConfirmation;
import dev.lockstile.auth.account.LinkProof;
import dev.lockstile.auth.account.OwnAccount;
import dev.lockstile.auth.account.OwnAccount.ChangeProof;
import dev.lockstile.auth.account.OwnAccount.PendingChange;
import dev.lockstile.auth.account.PasswordChanges.PasswordSet;
import dev.lockstile.auth.account.PasswordChanges.ResetRequest;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.otp.CodeLogin;
import dev.lockstile.auth.otp.CodeLogin.CodeIdentifier;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.SignIn;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/**
 * A code or link works for the recipient and the person it was made for, and its attempts are the person's (ASVS
 * 6.6.2).
 */
abstract class CodeBindingContract extends FlowContract {

    private static final String ANA = "ana@acme.example";
    private static final String EVE = "eve@acme.example";
    private static final String NEW = "new.ana@acme.example";
    private static final Secret NEXT = Secret.of("copper-lantern-2208");
    private static final Secret OTHER = Secret.of("walnut-corridor-3319");

    /** For those who extend it. */
    protected CodeBindingContract() {}

    @Test
    void a_code_sent_to_a_stranger_opens_no_account_of_another_address() {
        fixture = rewired(settings -> settings.withSignUp(settings.signUp().allowSignUpByCode()));
        fixture.member(ANA);
        String challenge = challenge(EVE);
        String code = fixture.codeTo(EVE);
        assertThat(enter(ANA, challenge, code)).isEqualTo(Outcome.refused(Refusal.INVALID_CODE));
        assertThat(enter("nobody@acme.example", challenge, code)).isEqualTo(Outcome.refused(Refusal.INVALID_CODE));
        assertThat(enter(EVE, challenge, code))
                .satisfies(in -> assertThat(in.orElseThrow().user().email()).isEqualTo(EVE));
    }

    @Test
    void a_code_of_one_member_opens_no_account_of_another() {
        fixture.member(ANA);
        fixture.member(EVE);
        String challenge = challenge(EVE);
        String code = fixture.codeTo(EVE);
        for (int i = 0; i < 6; i++) {
            assertThat(enter(ANA, challenge, code)).isEqualTo(Outcome.refused(Refusal.INVALID_CODE));
        }
        assertThat(enter(EVE, challenge, code))
                .as("tries under another name are none of this code's")
                .isInstanceOf(Outcome.Done.class);
    }

    @Test
    void a_reset_link_is_one_persons() {
        fixture.member(ANA);
        fixture.member(EVE);
        LinkProof anas = reset(ANA);
        LinkProof eves = reset(EVE);
        Outcome<PasswordSet> refused = Outcome.refused(Refusal.INVALID_LINK);
        assertThat(fixture.auth.passwords().confirmReset(mixed(anas, eves), NEXT))
                .isEqualTo(refused);
        assertThat(fixture.auth.passwords().confirmReset(mixed(eves, anas), NEXT))
                .isEqualTo(refused);
        assertThat(fixture.auth.passwords().confirmReset(anas, NEXT)).isInstanceOf(Outcome.Done.class);
        assertThat(fixture.auth.passwords().confirmReset(eves, OTHER)).isInstanceOf(Outcome.Done.class);
        assertThat(FlowFixture.signIn(fixture.login(ANA, NEXT.reveal())).user().email())
                .isEqualTo(ANA);
    }

    @Test
    void a_confirmation_is_that_of_one_of_two_who_registered_an_address() {
        fixture.auth.registrations().register(FlowFixture.registration(ANA, null, "first"));
        LinkProof expired = fixture.linkTo(ANA);
        fixture.clock.advance(Duration.ofDays(40));
        fixture.auth.registrations().register(FlowFixture.registration(ANA, null, "second"));
        LinkProof live = fixture.linkTo(ANA);
        assertThat(live.uid()).as("two accounts").isNotEqualTo(expired.uid());
        assertThat(fixture.auth.registrations().confirmEmail(mixed(expired, live)))
                .returns(true, outcome -> outcome.isRefused(Refusal.INVALID_LINK));
        assertThat(fixture.auth
                        .registrations()
                        .confirmEmail(EmailConfirmation.of(live).withPassword(Secret.of(FlowFixture.PASSWORD))))
                .isInstanceOf(Outcome.Done.class);
        assertThat(fixture.signedIn("second").user().email()).isEqualTo(ANA);
    }

    @Test
    void a_person_has_twenty_tries_a_day_at_a_new_address_over_fresh_codes() {
        fixture.member(ANA);
        Caller ana = fixture.caller(fixture.signedIn(ANA));
        for (int code = 0; code < 5; code++) {
            PendingChange pending = ask(ana);
            String wrong = FlowFixture.not(fixture.codeTo(NEW));
            for (int attempt = 0; attempt < 4; attempt++) {
                assertThat(confirm(ana, pending, wrong)).isEqualTo(invalid());
            }
            fixture.clock.advance(Duration.ofMinutes(1));
        }
        PendingChange fresh = ask(ana);
        assertThat(confirm(ana, fresh, fixture.codeTo(NEW))).as("the 21st").isEqualTo(invalid());
        fixture.clock.advance(Duration.ofDays(1));
        Caller later = fixture.caller(fixture.signedIn(ANA));
        PendingChange next = ask(later);
        assertThat(confirm(later, next, fixture.codeTo(NEW))).isInstanceOf(Outcome.Done.class);
    }

    private PendingChange ask(Caller caller) {
        Outcome<OwnAccount.Changed> result =
                fixture.auth.ownAccount().update(caller, AccountChange.NONE.withEmail(NEW));
        return result.orElseThrow().pending().get(0);
    }

    private Outcome<OwnAccount.Changed> confirm(Caller caller, PendingChange pending, String code) {
        return fixture.auth.ownAccount().confirmChange(caller, new ChangeProof(pending.challengeId(), Secret.of(code)));
    }

    private static Outcome<OwnAccount.Changed> invalid() {
        return Outcome.refused(Refusal.INVALID_CODE);
    }

    private String challenge(String email) {
        return fixture.requestCode(email).orElseThrow().challengeId();
    }

    private Outcome<SignIn> enter(String email, String challenge, String code) {
        CodeIdentifier identifier = CodeIdentifier.email(email);
        return fixture.auth
                .codes()
                .verify(new CodeLogin.Attempt(identifier, challenge, Secret.of(code), FlowFixture.WEB));
    }

    private LinkProof reset(String email) {
        fixture.auth.passwords().requestReset(new ResetRequest(IdentifierKind.EMAIL, email, null));
        return fixture.linkTo(email);
    }

    /** The user of one link with the token of another. */
    private static LinkProof mixed(LinkProof user, LinkProof token) {
        return new LinkProof(user.uid(), token.token());
    }
}
