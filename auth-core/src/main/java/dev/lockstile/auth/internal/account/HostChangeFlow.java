package dev.lockstile.auth.internal.account;

import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.event.Operation;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.internal.flow.OperationEvents;
import dev.lockstile.auth.internal.flow.VetoException;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.KeyTakenException;
import java.time.Instant;

/** Changes an account on behalf of the host's own code: in one transaction, without a caller whose right is checked. */
final class HostChangeFlow {

    private final FlowContext context;
    private final OperationEvents operations;

    HostChangeFlow(FlowContext context) {
        this.context = context;
        this.operations = new OperationEvents(context);
    }

    /** False when there was nothing to change, and when a hook of the host refused it. */
    boolean run(UserId user, AccountChange change) {
        Instant now = context.now();
        return operations.over(
                Operation.ACCOUNT_STATUS,
                user,
                () -> attempt(new AuthEvent.AccountStatusChanged(now, user, change.name()), change.write()),
                changed -> changed ? null : "unchanged");
    }

    private boolean attempt(AuthEvent.AccountStatusChanged event, AccountChange.Write write) {
        try {
            return context.store().join(tx -> {
                boolean changed = write.on(tx, event.user(), event.at());
                if (changed) {
                    context.events().noted();
                    tx.afterCommit(() -> context.events().tell(event));
                }
                return changed;
            });
        } catch (KeyTakenException e) {
            return false; // an identifier is of another user by now
        } catch (VetoException e) {
            context.events().tell(e.refused(event.at(), Operation.ACCOUNT_STATUS, event.user(), null));
            return false;
        }
    }
}
