package dev.lockstile.auth.internal.session;

import dev.lockstile.auth.account.AdminAuthorization;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.SessionStore.StoredSession;
import dev.lockstile.auth.store.StoredUser;
import dev.lockstile.auth.token.Caller;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Decides who may administer accounts, by what the store has now; nothing is held, so a logout may follow at once. */
public final class StandardAdminAuthorization implements AdminAuthorization {

    /** All that a caller can be refused for. */
    public static final Set<Refusal> REFUSALS = Collections.unmodifiableSet(EnumSet.of(
            Refusal.SESSION_ENDED, Refusal.FORBIDDEN, Refusal.SECOND_FACTOR_REQUIRED, Refusal.STEP_UP_REQUIRED));

    private final FlowContext context;

    public StandardAdminAuthorization(FlowContext context) {
        this.context = context;
    }

    @Override
    public Optional<Refusal> refusal(Caller caller) {
        Instant now = context.now();
        return context.store().read(tx -> refusal(tx, caller, now));
    }

    /** Why the caller may not; empty for a superuser with a session that lives and a recent proof. */
    public Optional<Refusal> refusal(AuthTx tx, Caller caller, Instant now) {
        Optional<StoredSession> session = CallerSession.live(tx, caller, now);
        if (session.isEmpty()) {
            return Optional.of(Refusal.SESSION_ENDED);
        }
        StoredUser user = session.get().user();
        if (!user.info().status().superuser()) {
            return Optional.of(Refusal.FORBIDDEN);
        }
        if (user.hasSecondFactor() && !caller.showedTwoFactors()) {
            return Optional.of(Refusal.SECOND_FACTOR_REQUIRED);
        }
        return context.isRecent(caller, now) ? Optional.empty() : Optional.of(Refusal.STEP_UP_REQUIRED);
    }
}
