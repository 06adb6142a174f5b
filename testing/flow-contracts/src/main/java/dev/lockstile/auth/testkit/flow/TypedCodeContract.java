package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.account.AccountChange;
import dev.lockstile.auth.account.EmailConfirmation;
import dev.lockstile.auth.account.OwnAccount;
import dev.lockstile.auth.account.OwnAccount.ChangeProof;
import dev.lockstile.auth.account.Registration;
import dev.lockstile.auth.factor.FactorProof;
import dev.lockstile.auth.otp.CodeLogin.CodeIdentifier;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.outcome.SecondFactorChallenge;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.throttle.RateLimit;
import dev.lockstile.auth.throttle.RateLimit.Rate;
import dev.lockstile.auth.throttle.ThrottleSettings;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.SignIn;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Codes as people type them, and texts that no code can be, which spend no attempt. */
abstract class TypedCodeContract extends SecondFactorFixture {

    private static final CodeIdentifier BOB = CodeIdentifier.email("bob@acme.example");
    private static final List<String> NO_CODES = List.of(
            "123", "1234567", "12345a", "G-123456", "", "\u200b", "\u2460\u2461\u2462\u2463\u2464\u2465", "+123456");

    /** For those who extend it. */
    protected TypedCodeContract() {}

    @Test
    void a_code_is_read_with_separators_invisible_characters_and_digits_of_every_script() {
        fixture.member(BOB.text());
        for (String form :
                List.of("%s %s", "%s-%s", "%s\u00a0%s", "\u200b%s%s", "\u2068%s%s\u2069", " %s\u2013%s\n", "%s.%s")) {
            String code = bobsCode();
            String typed = form.formatted(code.substring(0, 3), code.substring(3));
            assertThat(enter(typed)).as(typed).isInstanceOf(Outcome.Done.class);
        }
        for (int zero : new int[] {0x660, 0x6f0, 0xff10, 0x966, 0x1d7ce}) {
            assertThat(enter(inScript(bobsCode(), zero))).isInstanceOf(Outcome.Done.class);
        }
    }

    @Test
    void a_code_is_read_out_of_quotes_brackets_and_symbols() {
        fixture.member(BOB.text());
        for (String form : List.of(
                "\u201c%s%s\u201d", "(%s %s)", "%s\u00b7%s", "%s_%s", "%s/%s", "%s\u2800%s", "#%s%s", "%s,%s;")) {
            String code = bobsCode();
            String typed = form.formatted(code.substring(0, 3), code.substring(3));
            assertThat(enter(typed)).as(typed).isInstanceOf(Outcome.Done.class);
        }
        assertThat(enter(bobsCode().replaceAll("[0-9]", "$0\ufe0f\u20e3"))).isInstanceOf(Outcome.Done.class);
        for (int zero : new int[] {0xe50, 0x9e6, 0x17e0}) {
            assertThat(enter(inScript(bobsCode(), zero))).isInstanceOf(Outcome.Done.class);
        }
    }

    @Test
    void what_cannot_be_the_code_spends_no_attempt() {
        fixture.member(BOB.text());
        String code = bobsCode();
        for (int round = 0; round < 3; round++) {
            NO_CODES.forEach(text ->
                    assertThat(enter(text)).as(text).returns(Optional.of(Refusal.MALFORMED_CODE), Outcome::refusal));
        }
        assertThat(enter(code)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void what_cannot_be_the_code_costs_the_clients_network() {
        fixture = rewired(settings -> settings.withThrottles(
                ThrottleSettings.owasp().turnEverythingOff().with(RateLimit.OTP_VERIFY_IP, Rate.perHour(4))));
        for (int i = 0; i < 4; i++) {
            assertThat(enter("123")).returns(Optional.of(Refusal.MALFORMED_CODE), Outcome::refusal);
        }
        assertThat(enter("123")).returns(Optional.of(Refusal.THROTTLED), Outcome::refusal);
    }

    @Test
    void a_confirmation_is_read_alike() {
        Registration.Accepted sent = fixture.auth
                .registrations()
                .register(FlowFixture.registration("eve@acme.example", null, null))
                .orElseThrow();
        String code = fixture.codeTo("eve@acme.example");
        for (int i = 0; i < 8; i++) {
            assertThat(confirm(sent, "12345")).isEqualTo(Outcome.refused(Refusal.MALFORMED_CODE));
        }
        assertThat(confirm(sent, inScript(code.substring(0, 4), 0x6f0) + " " + code.substring(4)))
                .isInstanceOf(Outcome.Done.class);
    }

    @Test
    void a_code_of_an_application_is_read_alike() {
        SecondFactorChallenge challenge = challenge();
        for (int i = 0; i < 8; i++) {
            assertThat(finish(challenge, totp("123"))).isEqualTo(Outcome.refused(Refusal.MALFORMED_CODE));
            assertThat(finish(challenge, new FactorProof.RecoveryCode(Secret.of("abc"))))
                    .isEqualTo(Outcome.refused(Refusal.MALFORMED_CODE));
        }
        String code = ana.app().code();
        in(finish(challenge, totp(code.substring(0, 3) + "\u00a0" + inScript(code.substring(3), 0x660))));
    }

    @Test
    void a_step_up_and_an_enrolment_spend_nothing_on_what_cannot_be_a_code() {
        for (int i = 0; i < 8; i++) {
            assertThat(fixture.auth.stepUp().byFactor(ana.caller(), totp("12345")))
                    .isEqualTo(Outcome.refused(Refusal.MALFORMED_CODE));
        }
        assertThat(fixture.auth.stepUp().byFactor(ana.caller(), totp(ana.app().code())))
                .isInstanceOf(Outcome.Done.class);
        fixture.member(BOB.text());
        Caller bob = fixture.caller(fixture.signedIn(BOB.text()));
        var enrolment = done(fixture.auth.secondFactors().beginTotp(bob));
        assertThat(fixture.auth.secondFactors().confirmTotp(bob, enrolment.enrolmentId(), Secret.of("12")))
                .isEqualTo(refused(Refusal.MALFORMED_CODE));
    }

    @Test
    void a_step_up_code_and_a_change_are_read_alike() {
        fixture.member(BOB.text());
        Caller bob = fixture.caller(fixture.signedIn(BOB.text()));
        String challenge =
                fixture.auth.stepUp().requestCode(bob, null, null).orElseThrow().challengeId();
        Secret code = Secret.of(inScript(fixture.codeTo(BOB.text()), 0xff10));
        for (int i = 0; i < 8; i++) {
            assertThat(fixture.auth.stepUp().byCode(bob, challenge, Secret.of("1234567")))
                    .isEqualTo(Outcome.refused(Refusal.MALFORMED_CODE));
        }
        assertThat(fixture.auth.stepUp().byCode(bob, challenge, code)).isInstanceOf(Outcome.Done.class);
        OwnAccount.Changed asked = fixture.auth
                .ownAccount()
                .update(bob, AccountChange.NONE.withEmail("new.bob@acme.example"))
                .orElseThrow();
        String pending = asked.pending().get(0).challengeId();
        String typed = fixture.codeTo("new.bob@acme.example");
        for (int i = 0; i < 8; i++) {
            assertThat(fixture.auth.ownAccount().confirmChange(bob, new ChangeProof(pending, Secret.of("12 34"))))
                    .isEqualTo(Outcome.refused(Refusal.MALFORMED_CODE));
        }
        assertThat(fixture.auth
                        .ownAccount()
                        .confirmChange(bob, new ChangeProof(pending, Secret.of(typed.replaceAll(".", "$0 ")))))
                .isInstanceOf(Outcome.Done.class);
    }

    private Outcome<EmailConfirmation.Proven> confirm(Registration.Accepted sent, String code) {
        return fixture.auth
                .registrations()
                .confirmEmailByCode(new EmailConfirmation.ByCode(
                        Objects.requireNonNull(sent.challengeId()),
                        Secret.of(code),
                        null,
                        new EmailConfirmation.ByCode.Registrant(sent.registration(), null)));
    }

    private String bobsCode() {
        fixture.clock.advance(Duration.ofMinutes(2));
        fixture.requestCode(BOB.text());
        return fixture.codeTo(BOB.text());
    }

    private Outcome<SignIn> enter(String code) {
        return fixture.enterCode(BOB, code);
    }

    private static String inScript(String digits, int zero) {
        StringBuilder text = new StringBuilder();
        digits.chars().forEach(c -> text.appendCodePoint(zero + c - '0'));
        return text.toString();
    }
}
