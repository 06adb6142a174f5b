package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstile.auth.Auth;
import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.account.PasswordChanges.ResetRequest;
import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.model.Channel;
import dev.lockstile.auth.model.CodeState.CodePurpose;
import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.otp.CodeLogin;
import dev.lockstile.auth.otp.CodeSettings;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.StoreUnavailableException;
import dev.lockstile.auth.store.ThrottlePermit;
import dev.lockstile.auth.store.ThrottlePermit.ProgressiveDelay;
import dev.lockstile.auth.throttle.ThrottleCounters;
import dev.lockstile.auth.throttle.ThrottleCounters.PermitResult;
import dev.lockstile.auth.throttle.ThrottleSettings;
import dev.lockstile.auth.token.SignIn;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Attempts that use up no budget of failures, and what is left when the counters do not answer. */
abstract class UncountedFailureContract extends ThrottledContract {

    private static final Outcome<SignIn> INVALID = Outcome.refused(Refusal.INVALID_CREDENTIALS);

    /** For those who extend it. */
    protected UncountedFailureContract() {}

    @Test
    void an_attempt_that_was_evaluated_before_the_time_ran_out_is_not_given_back() {
        assertThat(pausesAfterSixBusyAnswers(new OverloadedPasswordFormat(0)))
                .as("never looked at, so never counted")
                .isZero();
        assertThat(pausesAfterSixBusyAnswers(new OverloadedPasswordFormat(1))).isEqualTo(1);
    }

    @Test
    void what_nobody_had_time_to_look_at_uses_up_no_budget() {
        OverloadedPasswordFormat format = new OverloadedPasswordFormat(0);
        assertThat(pausesAfterBusyAnswers(110, format)).isZero();
        format.relent();
        assertThat(login("busy" + format.hashCode() + "@acme.example", "plum-harbour-4418", place(111)))
                .isInstanceOf(Outcome.Done.class);
    }

    @Test
    void attempts_at_what_is_kept_for_the_asker_use_up_no_budget_of_the_recipient() {
        Duration life = Duration.ofMinutes(5);
        set(settings -> settings.withCodes(new CodeSettings(6, 6, life, life, 5, Duration.ofSeconds(60), 2)));
        fixture.member(ANA);
        request(ANAS_ADDRESS, HOME);
        String code = fixture.codeTo(ANA);
        for (int i = 0; i < 110; i++) {
            assertThat(enter(null, FlowFixture.not(code), place(i))).isEqualTo(Outcome.refused(Refusal.INVALID_CODE));
        }
        assertThat(enter(challenge(), code, place(111))).isInstanceOf(Outcome.Done.class);
    }

    /** The challenge of the live code to Ana. */
    private String challenge() {
        Identifier ana = IdentifierRules.standard().email(ANA).orElseThrow();
        return fixture.store
                .read(tx -> tx.codes().latest(CodePurpose.LOGIN, ana.key()))
                .orElseThrow()
                .state()
                .binding()
                .challengeId();
    }

    /** A password beyond ASCII is looked at in two forms, so the second look may come too late. */
    private long pausesAfterSixBusyAnswers(OverloadedPasswordFormat format) {
        return pausesAfterBusyAnswers(6, format);
    }

    private long pausesAfterBusyAnswers(int answers, OverloadedPasswordFormat format) {
        set(settings -> settings.withPasswords(settings.passwords().withFormat(format)));
        String name = "busy" + format.hashCode() + "@acme.example";
        fixture.people.imported(name, OverloadedPasswordFormat.STORED, true);
        for (int i = 0; i < answers; i++) {
            assertThat(login(name, "contrase\u00f1a-4417", place(i)))
                    .isInstanceOfSatisfying(
                            Outcome.Refused.class,
                            refused -> assertThat(refused.why()).isEqualTo(Refusal.BUSY));
        }
        return told(AuthEvent.SignInPaused.class);
    }

    @Test
    void without_counters_codes_are_refused_and_passwords_get_a_small_budget() {
        fixture.member(ANA);
        Auth lame =
                fixture.nodeWith(FlowFixture.settings().withThrottles(ThrottleSettings.owasp()), new BrokenCounters());
        assertThatThrownBy(() -> lame.codes().request(new CodeLogin.Request(ANAS_ADDRESS, Channel.EMAIL, HOME)))
                .isInstanceOf(StoreUnavailableException.class);
        assertThatThrownBy(() -> lame.passwords().requestReset(new ResetRequest(IdentifierKind.EMAIL, ANA, HOME)))
                .isInstanceOf(StoreUnavailableException.class);
        assertThat(login(lame, ANA, WRONG, HOME)).isEqualTo(INVALID);
        assertThat(login(lame, ANA, FlowFixture.PASSWORD, HOME)).isInstanceOf(Outcome.Done.class);
        assertThat(login(lame, ANA, FlowFixture.PASSWORD, HOME))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.why()).isEqualTo(Refusal.THROTTLED));
    }

    /** Counters behind a network that is down. */
    private static final class BrokenCounters implements ThrottleCounters {

        @Override
        public PermitResult admit(List<ThrottlePermit> permits, @Nullable ThrottlePermit attempt, Instant now) {
            throw new IllegalStateException("no answer");
        }

        @Override
        public List<PermitResult> recordFailure(
                String bucket, ProgressiveDelay spacing, List<ThrottlePermit> permits, Instant now) {
            throw new IllegalStateException("no answer");
        }

        @Override
        public void release(String bucket) {
            throw new IllegalStateException("no answer");
        }

        @Override
        public void close(Collection<String> buckets, Instant until) {
            throw new IllegalStateException("no answer");
        }

        @Override
        public void clear(AuthTx tx, Collection<String> buckets, Instant now) {
            throw new IllegalStateException("no answer");
        }

        @Override
        public int purge(Instant now, int max) {
            throw new IllegalStateException("no answer");
        }
    }
}
