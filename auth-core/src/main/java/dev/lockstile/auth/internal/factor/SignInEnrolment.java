package dev.lockstile.auth.internal.factor;

import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.factor.FactorProof;
import dev.lockstile.auth.factor.SecondFactors.TotpEnrolment;
import dev.lockstile.auth.internal.flow.FactorRevocation;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.internal.flow.NoticeSubject;
import dev.lockstile.auth.internal.flow.SessionRevocation;
import dev.lockstile.auth.internal.gate.FactorEnrolment;
import dev.lockstile.auth.internal.gate.SecondFactor;
import dev.lockstile.auth.internal.gate.SignInGate;
import dev.lockstile.auth.model.AuthChallenge;
import dev.lockstile.auth.model.FactorKind;
import dev.lockstile.auth.model.SessionState.EndReason;
import dev.lockstile.auth.model.TotpState;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.StoredUser;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A factor that is enrolled between the two steps of a sign-in, because the host wants one: an authenticator
 * application, or what an optional feature brings, whichever is shown first.
 */
final class SignInEnrolment {

    private final FlowContext context;
    private final SignInGate gate;
    private final TotpEnrolments enrolments;
    private final List<FactorEnrolment> others;
    private final RecoveryFactor recovery;
    private final FactorNotices notices;

    /** @param others the kinds of factors that can be enrolled beside an application */
    SignInEnrolment(
            FlowContext context,
            SignInGate gate,
            TotpEnrolments enrolments,
            List<FactorEnrolment> others,
            RecoveryFactor recovery) {
        this.others = others;
        this.context = context;
        this.gate = gate;
        this.enrolments = enrolments;
        this.recovery = recovery;
        this.notices = new FactorNotices(context);
    }

    Outcome<TotpEnrolment> begin(Secret challengeId, Instant now) {
        return context.store().alone(tx -> {
            Optional<AuthChallenge> challenge = gate.waiting().findEnrolment(tx, challengeId, now);
            Optional<StoredUser> user = challenge
                    .flatMap(open -> gate.waiting().userOf(tx, open))
                    .filter(owner -> tx.users().lock(owner.info().id(), now));
            if (challenge.isEmpty() || user.isEmpty()) {
                return Outcome.refused(Refusal.INVALID_CODE);
            }
            if (!tx.factors().totps().isMapped()) {
                return Outcome.refused(Refusal.TOTP_OFF);
            }
            return user.get().info().identifiers().anyVerified()
                    ? Outcome.done(enrolments.begin(
                            tx, user.get().info(), challenge.get().digest(), now))
                    : Outcome.refused(Refusal.NO_PROVEN_ADDRESS);
        });
    }

    /**
     * The first code of the application that waits at this challenge, or the first proof of another kind. An attempt is
     * counted and committed before it is looked at.
     */
    Optional<SecondFactor.Use> check(AuthChallenge challenge, StoredUser user, FactorProof shown, Instant now) {
        for (FactorEnrolment other : others) {
            if (other.takes(shown)) {
                return other.check(challenge, user.info().id(), shown, now);
            }
        }
        return checkTotp(challenge, user, shown, now);
    }

    private Optional<SecondFactor.Use> checkTotp(
            AuthChallenge challenge, StoredUser user, FactorProof shown, Instant now) {
        UserId id = user.info().id();
        Optional<TotpState> waiting =
                context.store().read(tx -> tx.factors().totps().pendingOf(id, challenge.digest()));
        if (!(shown instanceof FactorProof.Totp proof)) {
            return Optional.empty();
        }
        OptionalLong step = enrolments.check(user.info(), waiting, proof.code(), now);
        return step.isPresent()
                ? Optional.of(first(id, waiting.get().enrolmentId(), step.getAsLong(), now))
                : Optional.empty();
    }

    private First first(UserId user, String enrolmentId, long step, Instant now) {
        return new First(user, enrolmentId, step, () -> enrolments.giveBack(user, enrolmentId, now));
    }

    /** Ends what was open without the factor, and gives the recovery codes; before the session opens. */
    List<Secret> added(AuthTx tx, StoredUser user, FactorKind kind, Instant now) {
        UserId id = user.info().id();
        context.sessionEnds().endAll(tx, new SessionRevocation.User(id, now), EndReason.FACTORS_CHANGED, null);
        FactorRevocation.forgetBrowsers(context, tx, id, now);
        notices.added(tx, NoticeSubject.of(user), kind, "", now);
        String what = kind.code() + " added at sign-in";
        tx.afterCommit(() -> context.events().tell(new AuthEvent.FactorsChanged(now, id, what)));
        return recovery.fillUp(tx, id, now);
    }

    private record First(UserId user, String enrolmentId, long step, Runnable refund) implements SecondFactor.Use {
        @Override
        public List<String> methods() {
            return List.of("otp");
        }

        @Override
        public boolean spend(AuthTx tx, Instant now) {
            return tx.factors().totps().confirm(user, enrolmentId, step, now);
        }

        @Override
        public void giveBack() {
            refund.run();
        }
    }
}
