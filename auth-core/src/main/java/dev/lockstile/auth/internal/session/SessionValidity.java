package dev.lockstile.auth.internal.session;

import dev.lockstile.auth.model.AuthContext.Assurance;
import dev.lockstile.auth.store.SessionStore.StoredSession;
import java.time.Instant;

/**
 * Decides whether a session is valid or stale: none of the times that end it has come, which {@code SessionExpiry}
 * lists, its user may act, and it shows as many factors as the account has now.
 */
final class SessionValidity {

    private SessionValidity() {}

    static boolean isValid(StoredSession session, Instant now) {
        return session.state().times().isLive(now) && isPermitted(session);
    }

    /** The same apart from whether its user may act. */
    static boolean isOpen(StoredSession session, Instant now) {
        return session.state().times().isLive(now) && showsFactors(session);
    }

    /** The same apart from the times, for who looks at those more often. */
    static boolean isPermitted(StoredSession session) {
        return session.user().info().status().mayAct() && (isActedFor(session) || showsFactors(session));
    }

    /** An account that got rights while staff act for it is acted for no more. */
    private static boolean isActedFor(StoredSession session) {
        return session.state().context().isOfActor()
                && session.user().info().status().rights().isEmpty();
    }

    /**
     * False for a session of one factor of an account with a second one: its confirmation ends such sessions, and one
     * that a sign-in opened at that very moment is none either. A trusted browser's is.
     */
    private static boolean showsFactors(StoredSession session) {
        return !session.user().hasSecondFactor() || session.state().context().assurance() != Assurance.AAL1;
    }
}
