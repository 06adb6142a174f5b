package dev.lockstile.auth.internal.session;

import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.SessionStore.StoredSession;
import dev.lockstile.auth.token.Caller;
import dev.lockstile.auth.token.Credential;
import java.time.Instant;
import java.util.Optional;

/** The caller's session as the store has it now: an access token outlives a logout, a disabling and a new password. */
public final class CallerSession {

    private CallerSession() {}

    /** The session, if it is valid and the caller's. */
    public static Optional<StoredSession> live(AuthTx tx, Caller caller, Instant now) {
        return tx.sessions()
                .byId(caller.session())
                .filter(session -> session.user().info().id().equals(caller.user()))
                .filter(session -> SessionValidity.isValid(session, now))
                .filter(session ->
                        session.state().context().isOfActor() == caller.actor().isPresent())
                .filter(session -> caller.actor().isEmpty()
                        || isActorLive(tx, caller.actor().get(), now));
    }

    /** Who acts for an account does so while the session lives in which that began. */
    private static boolean isActorLive(AuthTx tx, Credential.OfActor actor, Instant now) {
        return tx.sessions()
                .byId(actor.session())
                .filter(session -> session.user().info().id().equals(actor.user()))
                .filter(session -> SessionValidity.isValid(session, now))
                .isPresent();
    }

    /** The same once the caller's account is held: no disabling and no new password comes in between, a logout may. */
    public static Optional<StoredSession> held(AuthTx tx, Caller caller, Instant now) {
        return tx.users().lock(caller.user(), now) ? live(tx, caller, now) : Optional.empty();
    }
}
