package dev.lockstile.auth.internal.factor;

import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.internal.flow.FactorRevocation;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.internal.flow.SessionRevocation;
import dev.lockstile.auth.model.SessionState.EndReason;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.token.Caller;
import java.time.Instant;

/** What goes with every change of an account's factors. */
public final class FactorChanges {

    private final FlowContext context;

    public FactorChanges(FlowContext context) {
        this.context = context;
    }

    /**
     * Ends all sessions but the caller's, trusted browsers and sign-ins under way, and tells listeners after the
     * commit.
     */
    public void made(AuthTx tx, Caller caller, String change, Instant now) {
        UserId user = caller.user();
        context.sessionEnds()
                .endAll(tx, new SessionRevocation.User(user, now), EndReason.FACTORS_CHANGED, caller.session());
        FactorRevocation.forgetBrowsers(context, tx, user, "by a change of the factors", now);
        tell(tx, user, change, now);
    }

    void tell(AuthTx tx, UserId user, String change, Instant now) {
        tell(tx, new AuthEvent.FactorsChanged(now, user, change));
    }

    void tell(AuthTx tx, AuthEvent.FactorsChanged event) {
        tx.afterCommit(() -> context.events().tell(event));
    }
}
