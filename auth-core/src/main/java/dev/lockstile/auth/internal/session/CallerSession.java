package dev.lockstile.auth.internal.session;

import dev.lockstile.auth.model.Assurance;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.StoredSession;
import dev.lockstile.auth.token.Caller;
import java.time.Instant;
import java.util.Optional;

/** The caller's session as the store has it now: an access token outlives a logout, a disabling and a new password. */
public final class CallerSession {

    private CallerSession() {}

    /** The session, if it lives, is the caller's, and its user may act. */
    public static Optional<StoredSession> live(AuthTx tx, Caller caller, Instant now) {
        return tx.sessions().byId(caller.session()).filter(session -> mayAct(session, caller, now));
    }

    private static boolean mayAct(StoredSession session, Caller caller, Instant now) {
        return session.state().times().isLive(now)
                && session.user().info().id().equals(caller.user())
                && session.user().info().status().mayAct()
                && showsFactors(session);
    }

    /**
     * False for a session of one factor of an account with a second one: its confirmation ends such sessions, and one that a
     * sign-in opened at that very moment is none either. A trusted browser's is.
     */
    static boolean showsFactors(StoredSession session) {
        return !session.user().hasSecondFactor() || session.state().context().assurance() != Assurance.AAL1;
    }
}
