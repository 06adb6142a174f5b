package dev.lockstile.auth.internal.passkey;

import dev.lockstile.auth.factor.FactorProof;
import dev.lockstile.auth.factor.OwnPasskeys;
import dev.lockstile.auth.factor.PasskeyCeremony;
import dev.lockstile.auth.internal.factor.FactorChanges;
import dev.lockstile.auth.internal.factor.FactorNotices;
import dev.lockstile.auth.internal.factor.RecoveryFactor;
import dev.lockstile.auth.internal.flow.AttemptRefund;
import dev.lockstile.auth.internal.flow.FactorChangeLimit;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.internal.flow.NoticeSubject;
import dev.lockstile.auth.internal.session.CallerSession;
import dev.lockstile.auth.model.FactorKind;
import dev.lockstile.auth.model.PasskeyState;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.KeyTakenException;
import dev.lockstile.auth.store.SessionStore.StoredSession;
import dev.lockstile.auth.store.StoredUser;
import dev.lockstile.auth.token.Caller;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Adds a passkey. Refused: a session that is over; without a recent proof, which is one of the second factor where
 * there is one; an account with nothing proven, since the person who proves the address later has to find it free of a
 * stranger's key; one more than an account may have; a challenge of another session, used or late; whatever the
 * verifier refuses; and a credential that an account has. Two changes of one account at once stand in line at the
 * user's row.
 */
final class PasskeyRegistrationFlow {

    private final FlowContext context;
    private final @Nullable PasskeyRegistrations registrations;
    private final RecoveryFactor recovery;
    private final FactorChanges changes;
    private final FactorNotices notices;
    private final FactorChangeLimit limit;

    PasskeyRegistrationFlow(
            FlowContext context, @Nullable PasskeyRegistrations registrations, RecoveryFactor recovery) {
        this.recovery = recovery;
        this.context = context;
        this.registrations = registrations;
        this.changes = new FactorChanges(context);
        this.notices = new FactorNotices(context);
        this.limit = new FactorChangeLimit(context);
    }

    Outcome<PasskeyCeremony> begin(Caller caller) {
        Instant now = context.now();
        return limit.over(
                caller,
                now,
                tx -> obstacle(tx, caller, CallerSession.live(tx, caller, now), now),
                () -> context.store().alone(tx -> begin(tx, caller, now)));
    }

    private Outcome<PasskeyCeremony> begin(AuthTx tx, Caller caller, Instant now) {
        Optional<StoredSession> session = CallerSession.held(tx, caller, now);
        Optional<Refusal> obstacle = obstacle(tx, caller, session, now);
        return registrations == null || obstacle.isPresent()
                ? Outcome.refused(obstacle.orElse(Refusal.PASSKEYS_OFF))
                : Outcome.done(
                        registrations.begin(tx, session.orElseThrow().user().info(), place(caller), now));
    }

    Outcome<OwnPasskeys.Added> finish(Caller caller, FactorProof.Passkey made, @Nullable String name) {
        String label = name == null ? PasskeyRegistrations.UNNAMED : PasskeyName.of(name);
        Instant now = context.now();
        Optional<Refusal> obstacle =
                context.store().read(tx -> obstacle(tx, caller, CallerSession.live(tx, caller, now), now));
        if (registrations == null || obstacle.isPresent()) {
            return Outcome.refused(obstacle.orElse(Refusal.PASSKEYS_OFF));
        }
        return registrations
                .made(caller.user(), place(caller), made, now)
                .map(passkey -> AttemptRefund.onFailure(
                        () -> add(caller, named(passkey, label), now), () -> registrations.giveBack(made, now)))
                .orElseGet(() -> Outcome.refused(Refusal.INVALID_PASSKEY));
    }

    private static PasskeyState named(PasskeyState made, String name) {
        return new PasskeyState(made.passkeyId(), made.key(), made.use(), name, made.createdAt());
    }

    private Outcome<OwnPasskeys.Added> add(Caller caller, PasskeyState passkey, Instant now) {
        try {
            return context.store().alone(tx -> write(tx, caller, passkey, now));
        } catch (KeyTakenException e) {
            return Outcome.refused(Refusal.INVALID_PASSKEY); // an account has that credential
        }
    }

    private Outcome<OwnPasskeys.Added> write(AuthTx tx, Caller caller, PasskeyState passkey, Instant now) {
        Optional<StoredSession> session = CallerSession.held(tx, caller, now);
        if (session.isEmpty()) {
            return Outcome.refused(Refusal.SESSION_ENDED);
        }
        List<PasskeyState> there = tx.factors().passkeys().of(caller.user());
        if (there.size() >= OwnPasskeys.MAX) {
            return Outcome.refused(Refusal.TOO_MANY_PASSKEYS);
        }
        String handle = passkey.key().userHandle();
        List<String> handles = PasskeyRegistrations.handles(there).toList();
        if (!handles.isEmpty() && !handles.contains(handle)) {
            return Outcome.refused(Refusal.INVALID_PASSKEY); // a first one was added at this very moment
        }
        tx.factors().passkeys().insert(caller.user(), passkey);
        tx.sessions().prove(caller.session(), session.get().state().context().with(PasskeyRegistrations.METHODS), now);
        changes.made(tx, caller, "passkey added", now);
        notices.added(tx, NoticeSubject.of(session.get()), FactorKind.PASSKEY, passkey.name(), now);
        return Outcome.done(new OwnPasskeys.Added(passkey, recovery.fillUp(tx, caller.user(), now)));
    }

    private Optional<Refusal> obstacle(AuthTx tx, Caller caller, Optional<StoredSession> session, Instant now) {
        if (session.isEmpty()) {
            return Optional.of(Refusal.SESSION_ENDED);
        }
        StoredUser user = session.get().user();
        if (registrations == null || !tx.factors().passkeys().isMapped()) {
            return Optional.of(Refusal.PASSKEYS_OFF);
        }
        if (!user.info().identifiers().anyVerified()) {
            return Optional.of(Refusal.NO_PROVEN_ADDRESS);
        }
        if (tx.factors().passkeys().of(user.info().id()).size() >= OwnPasskeys.MAX) {
            return Optional.of(Refusal.TOO_MANY_PASSKEYS);
        }
        return context.isRecent(caller, user, now) ? Optional.empty() : Optional.of(Refusal.STEP_UP_REQUIRED);
    }

    private static String place(Caller caller) {
        return caller.session().value();
    }
}
