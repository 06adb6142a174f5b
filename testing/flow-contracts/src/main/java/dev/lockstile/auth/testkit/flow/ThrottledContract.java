package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.AuthSettings;
import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.login.PasswordLogin;
import dev.lockstile.auth.model.Channel;
import dev.lockstile.auth.otp.CodeLogin;
import dev.lockstile.auth.otp.CodeLogin.CodeIdentifier;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.throttle.FailureSettings;
import dev.lockstile.auth.throttle.RateLimit;
import dev.lockstile.auth.throttle.RateLimit.Rate;
import dev.lockstile.auth.throttle.ThrottleSettings;
import dev.lockstile.auth.token.ClientEvidence;
import dev.lockstile.auth.token.ClientInfo;
import dev.lockstile.auth.token.SignIn;
import java.time.Duration;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;

/** A house whose limits count, and clients in many places. */
abstract class ThrottledContract extends FlowContract {

    static final String ANA = "ana@acme.example";
    static final CodeIdentifier ANAS_ADDRESS = CodeIdentifier.email(ANA);
    static final String HOME = "198.51.100.20";
    static final String WRONG = "wrong-word-1";

    static final ThrottleSettings ALARM_AT_THE_SECOND =
            ThrottleSettings.owasp().with(RateLimit.LOGIN_FAILURE_ALARM, new Rate(1, Duration.ofMinutes(30)));

    /** Limits by which the third failure of an account pauses it, and nothing else stands in the way. */
    static final ThrottleSettings PAUSE_AT_THE_THIRD = ThrottleSettings.owasp()
            .withFailures(
                    new FailureSettings(1, 3, 10, Duration.ofSeconds(1), Duration.ofHours(1), Duration.ofDays(30)))
            .turnOff(RateLimit.OTP_VERIFY_IDENTITY, RateLimit.OTP_REQUEST_IDENTITY, RateLimit.OTP_REQUEST_IDENTITY_DAY);

    @BeforeEach
    final void count() {
        limit(throttles -> throttles);
    }

    /** Wires the house anew with other limits than the defaults. */
    final void limit(UnaryOperator<ThrottleSettings> change) {
        fixture = rewired(settings -> settings.withThrottles(change.apply(ThrottleSettings.owasp())));
    }

    final void set(UnaryOperator<AuthSettings> change) {
        fixture = rewired(settings -> change.apply(settings.withThrottles(ThrottleSettings.owasp())));
    }

    final Outcome<SignIn> login(String name, String password, @Nullable String address) {
        return login(fixture.auth, name, password, address);
    }

    final Outcome<SignIn> login(Auth node, String name, String password, @Nullable String address) {
        return node.login().signIn(new PasswordLogin.Request(name, Secret.of(password), ClientInfo.web(address)));
    }

    /** The same by a client that shows what an earlier sign-in gave it. */
    final Outcome<SignIn> login(String name, String password, String address, @Nullable Secret device) {
        ClientInfo client = ClientInfo.web(address).showing(new ClientEvidence(device));
        return fixture.auth.login().signIn(new PasswordLogin.Request(name, Secret.of(password), client));
    }

    /** A device on which the person signed in, at that address. */
    final Secret device(String name, String address) {
        return Objects.requireNonNull(
                FlowFixture.signIn(login(name, FlowFixture.PASSWORD, address)).trustedDevice());
    }

    final Outcome<CodeLogin.Sent> request(CodeIdentifier identifier, String address, @Nullable Secret device) {
        Channel channel = identifier.text().contains("@") ? Channel.EMAIL : Channel.SMS;
        return fixture.auth
                .codes()
                .request(new CodeLogin.Request(identifier, channel, address, null, new ClientEvidence(device)));
    }

    final Outcome<CodeLogin.Sent> request(CodeIdentifier identifier, @Nullable String address) {
        Channel channel = identifier.text().contains("@") ? Channel.EMAIL : Channel.SMS;
        return fixture.auth.codes().request(new CodeLogin.Request(identifier, channel, address));
    }

    final Outcome<SignIn> enter(@Nullable String challenge, String code, @Nullable String address) {
        return fixture.auth
                .codes()
                .verify(new CodeLogin.Attempt(ANAS_ADDRESS, challenge, Secret.of(code), ClientInfo.web(address)));
    }

    final void pass(Duration time) {
        fixture.clock.advance(time);
    }

    final long failuresLookedAt() {
        return fixture.events.stream()
                .filter(AuthEvent.SignInFailed.class::isInstance)
                .map(AuthEvent.SignInFailed.class::cast)
                .filter(failed -> !failed.reason().equals("paused"))
                .count();
    }

    final <E extends AuthEvent> long told(Class<E> type) {
        return fixture.events.stream().filter(type::isInstance).count();
    }

    /** Two failures of which the second reaches the limit on all: each counts. */
    final void assertAlarmAfterTwo(IntFunction<?> attempt, Object refusal) {
        fixture.events.clear();
        for (int number = 0; number < 2; number++) {
            assertThat(told(AuthEvent.LimitReached.class)).isZero();
            assertThat(attempt.apply(number)).isEqualTo(refusal);
        }
        assertThat(told(AuthEvent.LimitReached.class)).isEqualTo(1);
    }

    /** An address of its own for each number. */
    static String place(int number) {
        return "203.0." + number / 250 + "." + (1 + number % 250);
    }
}
