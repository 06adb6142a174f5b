package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.otp.CodeLogin;
import dev.lockstile.auth.otp.CodeLogin.CodeIdentifier;
import dev.lockstile.auth.otp.CodeSettings;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.throttle.RateLimit;
import dev.lockstile.auth.token.ClientInfo;
import dev.lockstile.auth.token.SignIn;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How many attempts at codes an account allows, whichever client makes them (NIST SP 800-63B-4 3.2.2). */
abstract class CodeAttemptContract extends ThrottledContract {

    private static final Outcome<SignIn> REFUSED = Outcome.refused(Refusal.INVALID_CODE);

    /** For those who extend it. */
    protected CodeAttemptContract() {}

    @Test
    void a_new_code_brings_no_new_attempts() {
        limit(throttles -> throttles.turnOff(RateLimit.OTP_VERIFY_IDENTITY, RateLimit.OTP_REQUEST_IDENTITY_DAY));
        fixture.member(ANA);
        fixture.events.clear();
        for (int i = 0; i < 20; i++) {
            request(ANAS_ADDRESS, place(i));
            assertThat(enter(null, FlowFixture.not(fixture.codeTo(ANA)), place(i)))
                    .isEqualTo(REFUSED);
            pass(Duration.ofMinutes(16));
        }
        assertThat(failuresLookedAt()).isEqualTo(20);
        request(ANAS_ADDRESS, place(90));
        assertThat(enter(null, fixture.codeTo(ANA), place(90))).isEqualTo(REFUSED);
        assertThat(failuresLookedAt()).isEqualTo(20);
        assertThat(login(ANA, FlowFixture.PASSWORD, HOME)).isInstanceOf(Outcome.Done.class);
        pass(Duration.ofMinutes(11));
        request(ANAS_ADDRESS, place(91));
        assertThat(enter(null, fixture.codeTo(ANA), place(91)))
                .as("another proof has set the count back")
                .isInstanceOf(Outcome.Done.class);
    }

    @Test
    void an_account_that_merely_names_a_number_does_not_reset_its_attempts() {
        limit(throttles -> throttles.turnOff(RateLimit.OTP_VERIFY_IDENTITY, RateLimit.OTP_REQUEST_IDENTITY_DAY));
        String number = "+525512345678";
        Secret secret = fixture.register(FlowFixture.registration(ANA, number, null));
        fixture.auth.registrations().confirmEmail(fixture.confirmation(ANA, secret));
        fixture.events.clear();
        for (int i = 0; i < 23; i++) {
            attempt(number, place(i));
            assertThat(login(ANA, FlowFixture.PASSWORD, HOME)).isInstanceOf(Outcome.Done.class);
            pass(Duration.ofMinutes(16));
        }
        assertThat(failuresLookedAt()).isEqualTo(20);
    }

    private void attempt(String number, String address) {
        CodeIdentifier phone = CodeIdentifier.phone(number);
        request(phone, address);
        CodeLogin.Attempt attempt = new CodeLogin.Attempt(phone, null, Secret.of("000000"), ClientInfo.web(address));
        assertThat(fixture.auth.codes().verify(attempt)).isEqualTo(REFUSED);
    }

    @Test
    void a_stranger_cannot_spend_the_attempts_of_whoever_asked_for_the_code() {
        set(settings -> settings.withCodes(CodeSettings.owasp()));
        fixture.member(ANA);
        CodeLogin.Sent sent = request(ANAS_ADDRESS, place(1)).orElseThrow();
        String code = fixture.codeTo(ANA);
        for (int i = 0; i < 4; i++) {
            assertThat(enter(null, FlowFixture.not(code), place(2))).isEqualTo(REFUSED);
        }
        assertThat(enter(null, code, place(2)))
                .as("three without the challenge id")
                .isEqualTo(REFUSED);
        pass(Duration.ofSeconds(2));
        assertThat(enter(sent.challengeId(), code, place(1))).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void attempts_without_the_challenge_id_can_be_refused_altogether() {
        set(settings -> settings.withCodes(settings.codes().requireChallenge()));
        fixture.member(ANA);
        CodeLogin.Sent sent = request(ANAS_ADDRESS, place(1)).orElseThrow();
        assertThat(enter(null, fixture.codeTo(ANA), place(1))).isEqualTo(REFUSED);
        assertThat(enter(sent.challengeId(), fixture.codeTo(ANA), place(1))).isInstanceOf(Outcome.Done.class);
    }
}
