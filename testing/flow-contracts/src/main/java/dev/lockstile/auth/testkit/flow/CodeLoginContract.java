package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.account.PasswordChanges.ResetRequest;
import dev.lockstile.auth.model.Channel;
import dev.lockstile.auth.model.ClientKind;
import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.SettingsJson;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.otp.CodeLogin;
import dev.lockstile.auth.otp.CodeLogin.CodeIdentifier;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.NewUser;
import dev.lockstile.auth.store.NewUser.IdentifierAssignment;
import dev.lockstile.auth.store.RowTimes;
import dev.lockstile.auth.token.ClientInfo;
import dev.lockstile.auth.token.SignIn;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Signing in with a one-time code. */
@Tag("keys")
abstract class CodeLoginContract extends FlowContract {

    private static final Outcome<SignIn> REFUSED = Outcome.refused(Refusal.INVALID_CODE);
    private static final CodeIdentifier ANA = CodeIdentifier.email("ana@acme.example");

    @Test
    void a_code_speaks_the_person_s_language_or_else_that_of_the_request() {
        fixture.member("ana@acme.example");
        fixture.people.imported("bob@acme.example", "!", true);
        for (String email : List.of("ana@acme.example", "bob@acme.example")) {
            fixture.auth
                    .codes()
                    .request(new CodeLogin.Request(CodeIdentifier.email(email), Channel.EMAIL, null, "pt-BR"));
            fixture.auth.passwords().requestReset(new ResetRequest(IdentifierKind.EMAIL, email, null, "pt-BR"));
        }
        assertThat(fixture.deliver().postbox.to("ana@acme.example"))
                .as("registered in Spanish")
                .anySatisfy(letter -> assertThat(letter.text()).contains("Tu código"))
                .noneSatisfy(letter -> assertThat(letter.text()).contains("Seu código"));
        assertThat(fixture.postbox.to("bob@acme.example"))
                .hasSize(2)
                .anySatisfy(letter -> assertThat(letter.text()).contains("Seu código"))
                .allSatisfy(letter -> assertThat(letter.text()).containsAnyOf("Seu", "senha", "você"));
    }

    @Test
    void a_code_signs_its_receiver_in_once() {
        fixture.member("ana@acme.example");
        fixture.requestCode("ANA@acme.example");
        String code = fixture.codeTo("ana@acme.example");
        assertThat(code).hasSize(6);
        assertThat(fixture.enterCode(ANA, code)).isInstanceOf(Outcome.Done.class);
        assertThat(fixture.enterCode(ANA, code)).isEqualTo(REFUSED);
    }

    @Test
    void five_wrong_attempts_end_a_code() {
        fixture.member("ana@acme.example");
        fixture.requestCode("ana@acme.example");
        String code = fixture.codeTo("ana@acme.example");
        for (int i = 0; i < 5; i++) {
            assertThat(fixture.enterCode(ANA, FlowFixture.not(code))).isEqualTo(REFUSED);
        }
        assertThat(fixture.enterCode(ANA, code)).isEqualTo(REFUSED);
    }

    @Test
    void the_fifth_attempt_still_counts() {
        fixture.member("ana@acme.example");
        fixture.requestCode("ana@acme.example");
        String code = fixture.codeTo("ana@acme.example");
        for (int i = 0; i < 4; i++) {
            fixture.enterCode(ANA, FlowFixture.not(code));
        }
        assertThat(fixture.enterCode(ANA, code)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void a_code_lives_to_the_last_moment_and_not_longer() {
        fixture.member("ana@acme.example");
        fixture.requestCode("ana@acme.example");
        String code = fixture.codeTo("ana@acme.example");
        fixture.clock.advance(Duration.ofMinutes(5));
        assertThat(fixture.enterCode(ANA, code)).isEqualTo(REFUSED);
        fixture.requestCode("ana@acme.example");
        String next = fixture.codeTo("ana@acme.example");
        fixture.clock.advance(Duration.ofMinutes(5).minusMillis(1));
        assertThat(fixture.enterCode(ANA, next)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void a_new_code_ends_the_older_one() {
        fixture.member("ana@acme.example");
        fixture.requestCode("ana@acme.example");
        String older = fixture.codeTo("ana@acme.example");
        fixture.clock.advance(Duration.ofSeconds(60));
        fixture.requestCode("ana@acme.example");
        String newer = fixture.codeTo("ana@acme.example");
        if (!older.equals(newer)) {
            assertThat(fixture.enterCode(ANA, older)).isEqualTo(REFUSED);
        }
        assertThat(fixture.enterCode(ANA, newer)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void a_second_code_has_to_wait_even_after_the_first_was_used() {
        fixture.member("ana@acme.example");
        fixture.requestCode("ana@acme.example");
        fixture.enterCode(ANA, fixture.codeTo("ana@acme.example"));
        assertThat(fixture.requestCode("ana@acme.example"))
                .isEqualTo(Outcome.refused(
                        Refusal.THROTTLED, fixture.clock.instant().plusSeconds(60)));
        fixture.clock.advance(Duration.ofSeconds(60));
        assertThat(fixture.requestCode("ana@acme.example")).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void a_stranger_gets_the_same_answers_and_no_message() {
        for (int i = 0; i < 2; i++) {
            Outcome<CodeLogin.Sent> answer = fixture.requestCode("nobody@acme.example");
            if (i == 0) {
                assertThat(answer).satisfies(sent -> {
                    assertThat(sent.orElseThrow().userExists()).isTrue();
                    assertThat(sent.orElseThrow().challengeId()).hasSizeGreaterThan(20);
                });
            } else {
                assertThat(answer).returns(Optional.of(Refusal.THROTTLED), Outcome::refusal);
            }
        }
        assertThat(fixture.deliver().postbox.all()).isEmpty();
        assertThat(fixture.enterCode(CodeIdentifier.email("nobody@acme.example"), "000000"))
                .isEqualTo(REFUSED);
    }

    @Test
    void a_challenge_names_its_own_code_and_nobody_elses() {
        fixture.member("ana@acme.example");
        fixture.member("eve@acme.example");
        CodeLogin.Sent anas = fixture.requestCode("ana@acme.example").orElseThrow();
        CodeLogin.Sent eves = fixture.requestCode("eve@acme.example").orElseThrow();
        String evesCode = fixture.codeTo("eve@acme.example");
        assertThat(verify(ANA, eves.challengeId(), evesCode)).isEqualTo(REFUSED);
        assertThat(verify(ANA, "no-such-challenge", evesCode)).isEqualTo(REFUSED);
        assertThat(verify(ANA, anas.challengeId(), fixture.codeTo("ana@acme.example")))
                .isInstanceOf(Outcome.Done.class);
    }

    @Test
    void a_mobile_client_without_a_device_burns_nothing() {
        fixture.member("ana@acme.example");
        fixture.requestCode("ana@acme.example");
        String code = fixture.codeTo("ana@acme.example");
        ClientInfo nameless = new ClientInfo(ClientKind.MOBILE, null, null, null);
        for (int i = 0; i < 7; i++) {
            assertThat(fixture.auth.codes().verify(new CodeLogin.Attempt(ANA, null, Secret.of(code), nameless)))
                    .returns(Optional.of(Refusal.DEVICE_REQUIRED), Outcome::refusal);
        }
        assertThat(fixture.enterCode(ANA, code)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void a_channel_that_does_not_fit_is_refused() {
        assertThat(fixture.auth.codes().request(new CodeLogin.Request(ANA, Channel.SMS, null)))
                .returns(Optional.of(Refusal.INVALID_INPUT), Outcome::refusal);
        assertThat(fixture.auth.codes().request(new CodeLogin.Request(CodeIdentifier.phone("555"), Channel.SMS, null)))
                .returns(Optional.of(Refusal.INVALID_INPUT), Outcome::refusal);
    }

    @Test
    void sign_up_by_code_opens_an_account_once_it_is_allowed() {
        fixture = rewired(settings -> settings.withSignUp(settings.signUp().allowSignUpByCode()));
        fixture.requestSms("+52 55 1234 5678");
        Outcome<SignIn> result =
                fixture.enterCode(CodeIdentifier.phone("+525512345678"), fixture.codeTo("+525512345678"));
        assertThat(result).satisfies(in -> {
            assertThat(in.orElseThrow().user().phone()).isEqualTo("+525512345678");
            assertThat(in.orElseThrow().user().email()).isNull();
            assertThat(in.orElseThrow().active().status().role()).isEqualTo("USER");
        });
    }

    @Test
    void a_code_to_an_imported_unproven_address_proves_it_and_takes_the_old_password_away() {
        fixture.people.imported("ana@acme.example", "md5$s$" + Md5.of("sletmein-81"), false);
        fixture.requestCode("ana@acme.example");
        assertThat(fixture.enterCode(ANA, fixture.codeTo("ana@acme.example"))).isInstanceOf(Outcome.Done.class);
        assertThat(fixture.login("ana@acme.example", "letmein-81")).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void the_first_proof_of_an_imported_account_gives_up_its_other_unproven_identifiers() {
        Identifier email = IdentifierRules.standard().email("ana@acme.example").orElseThrow();
        Identifier phone = IdentifierRules.standard().phone("+525512345678").orElseThrow();
        Instant now = fixture.clock.instant();
        fixture.store.alone(tx -> tx.users()
                .insert(new NewUser(
                        List.of(
                                new IdentifierAssignment(email, true, null),
                                new IdentifierAssignment(phone, true, null)),
                        null,
                        UserInfo.Status.ORDINARY,
                        new UserInfo.Dates(now, null, null),
                        SettingsJson.EMPTY,
                        RowTimes.fresh(now))));
        fixture.requestCode("ana@acme.example");
        fixture.requestSms("+525512345678");
        String strangers = fixture.codeTo("+525512345678");
        assertThat(fixture.enterCode(ANA, fixture.codeTo("ana@acme.example"))).isInstanceOf(Outcome.Done.class);
        assertThat(fixture.enterCode(CodeIdentifier.phone("+525512345678"), strangers))
                .isEqualTo(REFUSED);
        fixture.clock.advance(Duration.ofMinutes(2));
        fixture.requestSms("+525512345678");
        assertThat(fixture.store.<Boolean>read(
                        tx -> tx.users().byKey(phone.kind(), phone.key()).isPresent()))
                .isFalse();
    }

    private Outcome<SignIn> verify(CodeIdentifier identifier, String challenge, String code) {
        return fixture.auth
                .codes()
                .verify(new CodeLogin.Attempt(identifier, challenge, Secret.of(code), FlowFixture.WEB));
    }
}
