package dev.lockstile.auth.testkit.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.account.AccountAdministration.NewAdmin;
import dev.lockstile.auth.account.AccountDraft;
import dev.lockstile.auth.account.EmailConfirmation;
import dev.lockstile.auth.account.LinkProof;
import dev.lockstile.auth.account.OwnAccount.DeletionProof;
import dev.lockstile.auth.account.PasswordChanges.PasswordSet;
import dev.lockstile.auth.account.PasswordChanges.ResetRequest;
import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.throttle.FailureSettings;
import dev.lockstile.auth.throttle.RateLimit;
import dev.lockstile.auth.throttle.ThrottleSettings;
import dev.lockstile.auth.token.Caller;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A machine that has no time to hash: the account stays as it is, and what was never looked at does not count. */
abstract class OverloadContract extends ThrottledContract {

    private static final Secret RIGHT = Secret.of(FlowFixture.PASSWORD);
    private static final Secret NEXT = Secret.of("copper-lantern-2208");

    private @Nullable Runnable meanwhile;
    private int occupants;

    /** For those who extend it. */
    protected OverloadContract() {}

    @BeforeEach
    final void leaveOnePermit() {
        InterleavingPasswordFormat format = new InterleavingPasswordFormat(look -> occupied());
        fixture = rewired(settings -> settings.withPasswords(
                        settings.passwords().withFormat(format).withPermits(1, Duration.ZERO))
                .withThrottles(ThrottleSettings.owasp().turnOff(RateLimit.PASSWORD_CHANGE_USER)));
    }

    @Test
    void a_registration_is_to_be_tried_later_and_opens_nothing() {
        assertThat(busy(() -> fixture.auth.registrations().register(FlowFixture.registration(ANA, null, null))))
                .returns(true, outcome -> outcome.isRefused(Refusal.BUSY));
        assertThat(fixture.deliver().postbox.to(ANA)).isEmpty();
    }

    @Test
    void a_confirmation_with_the_password_is_to_be_tried_later() {
        fixture.register(FlowFixture.registration(ANA, null, null));
        EmailConfirmation confirmation = fixture.linkOfRegistrant(ANA);
        assertThat(busy(() -> fixture.auth.registrations().confirmEmail(confirmation)))
                .returns(true, outcome -> outcome.isRefused(Refusal.BUSY));
        assertThat(fixture.auth.registrations().confirmEmail(confirmation))
                .isEqualTo(Outcome.done(new EmailConfirmation.Proven()));
    }

    @Test
    void a_reset_link_is_to_be_used_later() {
        fixture.member(ANA);
        fixture.auth.passwords().requestReset(new ResetRequest(IdentifierKind.EMAIL, ANA, null));
        LinkProof link = fixture.linkTo(ANA);
        assertThat(busy(() -> fixture.auth.passwords().confirmReset(link, NEXT)))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.why()).isEqualTo(Refusal.BUSY));
        assertThat(fixture.auth.passwords().confirmReset(link, NEXT)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void administrators_and_accounts_with_a_password_are_to_be_made_later() {
        NewAdmin root = new NewAdmin("root@acme.example", RIGHT, NewAdmin.Rank.SUPERUSER);
        assertThat(busy(() -> fixture.auth.admin().createFirstSuperuser(root)))
                .isEqualTo(Outcome.refused(Refusal.BUSY));
        AccountDraft draft = AccountDraft.ofEmail(ANA).withPassword(RIGHT).vouchingForIdentifiers();
        assertThat(busy(() -> fixture.auth.admin().create(draft)))
                .returns(true, outcome -> outcome.isRefused(Refusal.BUSY));
        assertThat(fixture.auth.admin().createFirstSuperuser(root)).isInstanceOf(Outcome.Done.class);
        assertThat(fixture.auth.admin().create(draft)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void a_change_that_nobody_had_time_for_or_that_was_refused_for_the_new_password_uses_up_no_tries() {
        Caller ana = ana();
        for (int i = 0; i < 30; i++) {
            assertThat(busy(() -> fixture.auth.passwords().change(ana, RIGHT, NEXT)))
                    .isInstanceOf(Outcome.Refused.class);
            assertThat(fixture.auth.passwords().change(ana, RIGHT, Secret.of("short")))
                    .returns(true, outcome -> outcome.isRefused(Refusal.INVALID_INPUT));
        }
        assertThat(fixture.auth.passwords().change(ana, RIGHT, NEXT)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void a_deletion_that_nobody_had_time_for_uses_up_no_tries() {
        Caller ana = ana();
        DeletionProof right = new DeletionProof.Password(RIGHT);
        for (int i = 1; i < FailureSettings.owasp().perDevice(); i++) {
            assertThat(fixture.auth.passwords().change(ana, Secret.of(WRONG), NEXT))
                    .isInstanceOfSatisfying(
                            Outcome.Refused.class,
                            refused -> assertThat(refused.why()).isEqualTo(Refusal.WRONG_PASSWORD));
            pass(FailureSettings.owasp().longestDelay());
        }
        assertThat(busy(() -> fixture.auth.ownAccount().delete(ana, right))).isEqualTo(Outcome.refused(Refusal.BUSY));
        assertThat(fixture.auth.ownAccount().delete(ana, right)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void a_step_up_that_nobody_had_time_for_uses_up_no_tries() {
        Caller ana = ana();
        for (int i = 0; i < 30; i++) {
            assertThat(busy(() -> fixture.auth.stepUp().byPassword(ana, RIGHT)))
                    .isInstanceOfSatisfying(
                            Outcome.Refused.class,
                            refused -> assertThat(refused.why()).isEqualTo(Refusal.BUSY));
        }
        assertThat(fixture.auth.stepUp().byPassword(ana, RIGHT)).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void failed_attempts_in_a_session_pause_it_and_the_pause_is_told_once() {
        Caller ana = ana();
        fixture.events.clear();
        int refused = 0;
        for (int i = 0; i < 30; i++) {
            Outcome<PasswordSet> answer = fixture.auth.passwords().change(ana, Secret.of(WRONG), NEXT);
            refused += answer.equals(Outcome.refused(Refusal.THROTTLED)) ? 1 : 0;
        }
        assertThat(refused).isPositive();
        assertThat(fixture.auth.passwords().change(ana, RIGHT, NEXT))
                .as("paused")
                .isEqualTo(Outcome.refused(Refusal.THROTTLED));
        assertThat(fixture.auth.ownAccount().delete(ana, new DeletionProof.Password(RIGHT)))
                .isEqualTo(Outcome.refused(Refusal.THROTTLED));
        assertThat(told(AuthEvent.SignInPaused.class)).isEqualTo(1);
    }

    private Caller ana() {
        fixture.member(ANA);
        return fixture.caller(FlowFixture.signIn(login(ANA, FlowFixture.PASSWORD, HOME)));
    }

    /** The answer to a request that comes while the only permit to hash is taken. */
    private <R> R busy(Supplier<R> request) {
        AtomicReference<R> answer = new AtomicReference<>();
        String occupant = "occupant" + ++occupants + "@acme.example";
        fixture.people.imported(occupant, InterleavingPasswordFormat.stored("a", FlowFixture.PASSWORD), true);
        meanwhile = () -> answer.set(request.get());
        assertThat(login(occupant, FlowFixture.PASSWORD, place(occupants))).isInstanceOf(Outcome.Done.class);
        return Objects.requireNonNull(answer.get());
    }

    private void occupied() {
        Runnable due = meanwhile;
        meanwhile = null;
        if (due != null) {
            due.run();
        }
    }
}
