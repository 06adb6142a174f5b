package dev.lockstile.auth.internal.session;

import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.model.ClientKind;
import dev.lockstile.auth.model.SessionState;
import dev.lockstile.auth.model.SessionState.EndReason;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.token.SessionSettings;
import java.time.Instant;
import java.util.List;

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
        boolean alone = settings.rules().singleMobile() && client == ClientKind.MOBILE;
        int kept = 0;
        List<SessionState> newestFirst = tx.sessions().live(user, now);
        for (SessionState state : newestFirst) {
            if (state.context().isOfActor()) {
                continue; // staff take no room from the owner
            }
            if (alone && state.origin().client() == ClientKind.MOBILE) {
                end(tx, user, state, new End(EndReason.REPLACED, now));
            } else if (++kept >= settings.maxPerUser()) {
                end(tx, user, state, new End(EndReason.TOO_MANY, now));
            }
        }
    }

    private void end(AuthTx tx, UserId user, SessionState state, End end) {
        if (tx.sessions().end(state.id(), end.reason(), end.now())) {
            tx.afterCommit(
                    () -> context.events().tell(new AuthEvent.SessionEnded(end.now(), user, state.id(), end.reason())));
        }
    }

    private record End(EndReason reason, Instant now) {}
}
