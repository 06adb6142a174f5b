package dev.lockstile.auth.internal.passkey;

import dev.lockstile.auth.event.Operation;
import dev.lockstile.auth.factor.FactorProof;
import dev.lockstile.auth.factor.OwnPasskeys;
import dev.lockstile.auth.factor.PasskeyCeremony;
import dev.lockstile.auth.internal.factor.FactorChanges;
import dev.lockstile.auth.internal.factor.FactorNotices;
import dev.lockstile.auth.internal.factor.RecoveryFactor;
import dev.lockstile.auth.internal.flow.FactorChangeLimit;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.internal.flow.NoticeSubject;
import dev.lockstile.auth.internal.flow.OperationEvents;
import dev.lockstile.auth.internal.passkey.PasskeyCeremonies.Aim;
import dev.lockstile.auth.internal.session.CallerSession;
import dev.lockstile.auth.model.AuthChallenge;
import dev.lockstile.auth.model.FactorKind;
import dev.lockstile.auth.model.PasskeyState;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.SessionStore.StoredSession;
import dev.lockstile.auth.store.StoredUser;
import dev.lockstile.auth.token.Caller;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The flows behind the passkeys of the caller. Refused at a removal: a session that is over, a passkey of another
 * account, without a recent proof, and the last way into the account.
 */
final class PasskeyFlows implements OwnPasskeys {

    private final FlowContext context;
    private final @Nullable PasskeyCeremonies ceremonies;
    private final PasskeyRegistrationFlow registration;
    private final FactorChanges changes;
    private final FactorNotices notices;
    private final FactorChangeLimit limit;
    private final OperationEvents operations;

    PasskeyFlows(FlowContext context, @Nullable PasskeyCeremonies ceremonies, RecoveryFactor recovery) {
        this.context = context;
        this.ceremonies = ceremonies;
        this.registration =
                new PasskeyRegistrationFlow(context, PasskeyRegistrations.of(context, ceremonies), recovery);
        this.changes = new FactorChanges(context);
        this.notices = new FactorNotices(context);
        this.limit = new FactorChangeLimit(context);
        this.operations = new OperationEvents(context);
    }

    @Override
    public Outcome<PasskeyCeremony> begin(Caller caller) {
        return watched(caller, () -> registration.begin(caller));
    }

    @Override
    public Outcome<Added> finish(Caller caller, FactorProof.Passkey made, @Nullable String name) {
        return watched(caller, () -> registration.finish(caller, made, name));
    }

    @Override
    public Outcome<List<PasskeyState>> list(Caller caller) {
        Instant now = context.now();
        return context.store()
                .read(tx -> CallerSession.live(tx, caller, now)
                        .<Outcome<List<PasskeyState>>>map(
                                session -> Outcome.done(tx.factors().passkeys().of(caller.user())))
                        .orElseGet(() -> Outcome.refused(Refusal.SESSION_ENDED)));
    }

    @Override
    public Outcome<PasskeyState> rename(Caller caller, String passkeyId, String name) {
        String label = PasskeyName.of(name);
        Instant now = context.now();
        return watched(
                caller,
                () -> limit.over(
                        caller,
                        now,
                        tx -> over(tx, caller, now),
                        () -> context.store().alone(tx -> rename(tx, caller, passkeyId, label, now))));
    }

    private static Optional<Refusal> over(AuthTx tx, Caller caller, Instant now) {
        return CallerSession.live(tx, caller, now).isEmpty() ? Optional.of(Refusal.SESSION_ENDED) : Optional.empty();
    }

    private static Outcome<PasskeyState> rename(AuthTx tx, Caller caller, String passkeyId, String name, Instant now) {
        if (CallerSession.live(tx, caller, now).isEmpty()) {
            return Outcome.refused(Refusal.SESSION_ENDED);
        }
        Optional<PasskeyState> renamed = tx.factors().passkeys().rename(caller.user(), passkeyId, name, now)
                ? find(tx.factors().passkeys().of(caller.user()), passkeyId)
                : Optional.empty();
        return renamed.<Outcome<PasskeyState>>map(Outcome::done).orElseGet(() -> Outcome.refused(Refusal.NOT_FOUND));
    }

    @Override
    public Outcome<Boolean> remove(Caller caller, String passkeyId) {
        Instant now = context.now();
        return watched(
                caller,
                () -> context.store().alone(tx -> {
                    Optional<StoredSession> session = CallerSession.held(tx, caller, now);
                    return session.isEmpty()
                            ? Outcome.refused(Refusal.SESSION_ENDED)
                            : remove(tx, caller, session.get(), passkeyId, now);
                }));
    }

    private Outcome<Boolean> remove(AuthTx tx, Caller caller, StoredSession session, String passkeyId, Instant now) {
        StoredUser user = session.user();
        List<PasskeyState> there = tx.factors().passkeys().of(caller.user());
        Optional<PasskeyState> passkey = find(there, passkeyId);
        if (passkey.isEmpty()) {
            return Outcome.refused(Refusal.NOT_FOUND);
        }
        if (!context.isRecent(caller, user, now)) {
            return Outcome.refused(Refusal.STEP_UP_REQUIRED);
        }
        if (there.size() == 1 && !context.settings().waysIn().isOpenWithout(FEATURE.name(), tx, user)) {
            return Outcome.refused(Refusal.LAST_SIGN_IN_METHOD);
        }
        tx.factors().passkeys().remove(caller.user(), passkeyId);
        if (there.size() == 1 && user.factors().size() == 1) {
            tx.factors().recoveryCodes().endAll(caller.user(), now);
        }
        changes.made(tx, caller, "passkey removed", now);
        notices.removed(
                tx, NoticeSubject.of(session), FactorKind.PASSKEY, passkey.get().name(), now);
        return Outcome.done(true);
    }

    @Override
    public Outcome<PasskeyCeremony> beginStepUp(Caller caller) {
        Instant now = context.now();
        return watched(caller, () -> context.store().alone(tx -> beginStepUp(tx, caller, now)));
    }

    private Outcome<PasskeyCeremony> beginStepUp(AuthTx tx, Caller caller, Instant now) {
        if (CallerSession.live(tx, caller, now).isEmpty()) {
            return Outcome.refused(Refusal.SESSION_ENDED);
        }
        if (ceremonies == null) {
            return Outcome.refused(Refusal.PASSKEYS_OFF);
        }
        List<PasskeyState> there = tx.factors().passkeys().of(caller.user());
        Aim aim = Aim.of(
                AuthChallenge.Kind.PASSKEY_STEP_UP,
                caller.user(),
                caller.session().value());
        return there.isEmpty()
                ? Outcome.refused(Refusal.NOT_FOUND)
                : Outcome.done(ceremonies.show(tx, aim, there, now));
    }

    private static Optional<PasskeyState> find(List<PasskeyState> passkeys, String id) {
        return passkeys.stream()
                .filter(passkey -> passkey.passkeyId().equals(id))
                .findFirst();
    }

    private <T> Outcome<T> watched(Caller caller, Supplier<Outcome<T>> flow) {
        return operations.over(Operation.FACTOR_CHANGE, caller, flow);
    }
}
