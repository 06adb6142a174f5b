package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.account.OwnAccount.DeletionProof;
import dev.lockstile.auth.account.PasswordChanges.PasswordSet;
import dev.lockstile.auth.login.StepUp;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.throttle.RateLimit;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.SignIn;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A client with an access token has no more attempts than one without: the token may be stolen. */
abstract class OwnerBudgetContract extends ThrottledContract {

    private static final Outcome<StepUp.Proven> PAUSED = Outcome.refused(Refusal.THROTTLED);

    private Caller ana;

    /** For those who extend it. */
    protected OwnerBudgetContract() {}

    @BeforeEach
    final void signIn() {
        limit(throttles -> throttles.turnOff(RateLimit.PASSWORD_CHANGE_USER));
        fixture.member(ANA);
        ana = fixture.caller(FlowFixture.signIn(login(ANA, FlowFixture.PASSWORD, HOME)));
    }

    @Test
    void a_wrong_old_password_counts_like_a_failed_login() {
        for (int i = 0; i < 5; i++) {
            assertThat(change(WRONG)).isEqualTo(Outcome.refused(Refusal.WRONG_PASSWORD));
        }
        assertThat(change(FlowFixture.PASSWORD)).isEqualTo(Outcome.refused(Refusal.THROTTLED));
        pass(Duration.ofSeconds(1));
        assertThat(change(FlowFixture.PASSWORD)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void a_wrong_password_at_a_step_up_counts_like_a_failed_login() {
        for (int i = 0; i < 5; i++) {
            assertThat(stepUp(WRONG)).isEqualTo(Outcome.refused(Refusal.INVALID_CREDENTIALS));
        }
        assertThat(stepUp(FlowFixture.PASSWORD)).isEqualTo(PAUSED);
        pass(Duration.ofSeconds(1));
        assertThat(stepUp(FlowFixture.PASSWORD)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void a_wrong_password_at_a_deletion_counts_like_a_failed_login() {
        for (int i = 0; i < 5; i++) {
            assertThat(delete(WRONG)).isEqualTo(Outcome.refused(Refusal.WRONG_PASSWORD));
        }
        assertThat(stepUp(FlowFixture.PASSWORD)).isEqualTo(PAUSED);
    }

    @Test
    void a_paused_account_is_not_deleted_even_with_the_right_password() {
        for (int i = 0; i < 5; i++) {
            stepUp(WRONG);
        }
        assertThat(delete(FlowFixture.PASSWORD)).isEqualTo(Outcome.refused(Refusal.THROTTLED));
        pass(Duration.ofSeconds(1));
        assertThat(delete(FlowFixture.PASSWORD)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void a_wrong_code_at_a_deletion_counts_with_those_of_step_ups() {
        for (int i = 0; i < 5; i++) {
            assertThat(fixture.auth.ownAccount().delete(ana, new DeletionProof.Code("none", Secret.of("123456"))))
                    .isEqualTo(Outcome.refused(Refusal.INVALID_CODE));
        }
        assertThat(fixture.auth.stepUp().byCode(ana, "none", Secret.of("123456")))
                .isEqualTo(PAUSED);
    }

    @Test
    void a_right_password_at_any_of_them_sets_the_count_back() {
        for (int round = 0; round < 2; round++) {
            delete(WRONG);
            delete(WRONG);
            change(WRONG);
            stepUp(WRONG);
            assertThat(stepUp(FlowFixture.PASSWORD)).isInstanceOf(Outcome.Done.class);
        }
    }

    @Test
    void a_right_code_at_a_step_up_resets_the_wrong_passwords_of_its_session() {
        for (int i = 0; i < 5; i++) {
            assertThat(stepUp(WRONG)).isEqualTo(Outcome.refused(Refusal.INVALID_CREDENTIALS));
        }
        assertThat(stepUpByCode()).isInstanceOf(Outcome.Done.class);
        assertThat(stepUp(FlowFixture.PASSWORD)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void a_right_password_at_a_step_up_resets_the_wrong_codes_of_its_session() {
        for (int i = 0; i < 5; i++) {
            assertThat(fixture.auth.stepUp().byCode(ana, "none", Secret.of("123456")))
                    .isEqualTo(Outcome.refused(Refusal.INVALID_CODE));
        }
        assertThat(stepUp(FlowFixture.PASSWORD)).isInstanceOf(Outcome.Done.class);
        assertThat(stepUpByCode()).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void a_change_of_the_password_resets_the_wrong_ones_of_its_session() {
        for (int i = 0; i < 5; i++) {
            assertThat(stepUp(WRONG)).isEqualTo(Outcome.refused(Refusal.INVALID_CREDENTIALS));
        }
        pass(Duration.ofSeconds(1));
        assertThat(change(FlowFixture.PASSWORD)).isInstanceOf(Outcome.Done.class);
        for (int i = 0; i < 5; i++) {
            assertThat(stepUp(WRONG)).isEqualTo(Outcome.refused(Refusal.INVALID_CREDENTIALS));
        }
    }

    @Test
    void a_sign_in_with_a_password_on_a_trusted_device_resets_the_wrong_codes_of_the_device() {
        SignIn device = FlowFixture.signIn(login(ANA, FlowFixture.PASSWORD, HOME));
        ana = fixture.caller(device);
        for (int i = 0; i < 5; i++) {
            login(ANA, WRONG, place(i));
            assertThat(fixture.auth.stepUp().byCode(ana, "none", Secret.of("123456")))
                    .isEqualTo(Outcome.refused(Refusal.INVALID_CODE));
        }
        assertThat(login(ANA, FlowFixture.PASSWORD, HOME, device.trustedDevice()))
                .isInstanceOf(Outcome.Done.class);
        assertThat(stepUpByCode()).isInstanceOf(Outcome.Done.class);
    }

    private Outcome<StepUp.Proven> stepUpByCode() {
        StepUp.Sent sent = fixture.auth.stepUp().requestCode(ana, null, HOME).orElseThrow();
        return fixture.auth.stepUp().byCode(ana, sent.challengeId(), Secret.of(fixture.codeTo(ANA)));
    }

    private Outcome<PasswordSet> change(String old) {
        return fixture.auth.passwords().change(ana, Secret.of(old), Secret.of("copper-lantern-2208"));
    }

    private Outcome<StepUp.Proven> stepUp(String password) {
        return fixture.auth.stepUp().byPassword(ana, Secret.of(password));
    }

    private Outcome<UserId> delete(String password) {
        return fixture.auth.ownAccount().delete(ana, new DeletionProof.Password(Secret.of(password)));
    }
}
