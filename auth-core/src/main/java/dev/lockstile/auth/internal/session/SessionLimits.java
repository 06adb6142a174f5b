package dev.lockstile.auth.internal.session;

import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.model.ClientKind;
import dev.lockstile.auth.model.SessionId;
import dev.lockstile.auth.model.SessionState.EndReason;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.token.SessionSettings;
import java.time.Instant;

/**
 * Makes room for a session that is about to open (ASVS 7.1.2). The opening flow has just written the user's row
 * in the same transaction, so sign-ins of one user stand in line and each sees the sessions of those before it.
 */
final class SessionLimits {

    private final FlowContext context;

    SessionLimits(FlowContext context) {
        this.context = context;
    }

    void makeRoom(AuthTx tx, UserId user, ClientKind client, Instant now) {
        SessionSettings settings = context.settings().sessions();
        if (settings.rules().singleMobile() && client == ClientKind.MOBILE) {
            tx.sessions().live(user, now).stream()
                    .filter(state -> state.origin().client() == ClientKind.MOBILE)
                    .filter(state -> !state.context().isOfActor()) // staff take no room from the owner
                    .forEach(state -> end(tx, user, state.id(), new End(EndReason.REPLACED, now)));
        }
        tx.sessions()
                .beyond(user, settings.maxPerUser() - 1, now)
                .forEach(id -> end(tx, user, id, new End(EndReason.TOO_MANY, now)));
    }

    private void end(AuthTx tx, UserId user, SessionId id, End end) {
        if (tx.sessions().end(id, end.reason(), end.now())) {
            tx.afterCommit(() -> context.events().tell(new AuthEvent.SessionEnded(end.now(), user, id, end.reason())));
        }
    }

    private record End(EndReason reason, Instant now) {}
}
