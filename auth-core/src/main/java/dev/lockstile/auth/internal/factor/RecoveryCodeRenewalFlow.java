package dev.lockstile.auth.internal.factor;

import dev.lockstile.auth.internal.flow.FactorChangeLimit;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.internal.session.CallerSession;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.SessionStore.StoredSession;
import dev.lockstile.auth.token.Caller;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Makes a new set of recovery codes; {@link RecoveryFactor} uses them up. Refused: a session that is over, an account
 * without a second factor, and without a recent proof of that factor. A new set ends the old one and, as every change
 * of factors does, all other sessions and trusted browsers; its owner is told.
 */
final class RecoveryCodeRenewalFlow {

    private final FlowContext context;
    private final RecoveryFactor recovery;
    private final FactorChanges changes;
    private final FactorNotices notices;
    private final FactorChangeLimit limit;
    private final boolean served;

    /** @param served false where the host serves no second factor, whose owners may still renew the codes they have */
    RecoveryCodeRenewalFlow(FlowContext context, RecoveryFactor recovery, boolean served) {
        this.context = context;
        this.recovery = recovery;
        this.changes = new FactorChanges(context);
        this.notices = new FactorNotices(context);
        this.limit = new FactorChangeLimit(context);
        this.served = served;
    }

    boolean isServed(AuthTx tx) {
        return served && tx.factors().recoveryCodes().isMapped();
    }

    Outcome<List<Secret>> renew(Caller caller) {
        Instant now = context.now();
        return limit.over(
                caller,
                now,
                tx -> obstacle(tx, caller, CallerSession.live(tx, caller, now), now),
                () -> context.store().alone(tx -> {
                    Optional<StoredSession> session = CallerSession.held(tx, caller, now);
                    return obstacle(tx, caller, session, now)
                            .<Outcome<List<Secret>>>map(Outcome::refused)
                            .orElseGet(() -> Outcome.done(renew(tx, caller, session.orElseThrow(), now)));
                }));
    }

    private Optional<Refusal> obstacle(AuthTx tx, Caller caller, Optional<StoredSession> held, Instant now) {
        if (held.isEmpty()) {
            return Optional.of(Refusal.SESSION_ENDED);
        }
        StoredSession session = held.get();
        if (!tx.factors().recoveryCodes().isMapped()) {
            return Optional.of(Refusal.NOT_FOUND);
        }
        if (!session.user().hasSecondFactor()) {
            return Optional.of(Refusal.NO_SECOND_FACTOR);
        }
        return context.isRecent(caller, session.user(), now) ? Optional.empty() : Optional.of(Refusal.STEP_UP_REQUIRED);
    }

    private List<Secret> renew(AuthTx tx, Caller caller, StoredSession session, Instant now) {
        List<Secret> codes = recovery.renew(tx, caller.user(), now);
        changes.made(tx, caller, "recovery codes made", now);
        notices.recoveryCodesMade(tx, session, now);
        return codes;
    }
}
