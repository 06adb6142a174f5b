package dev.lockstile.auth.internal.account;

import dev.lockstile.auth.event.Actor;
import dev.lockstile.auth.event.AuditReference;
import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.event.Operation;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.internal.flow.OperationEvents;
import dev.lockstile.auth.internal.session.StandardAdminAuthorization;
import dev.lockstile.auth.model.SessionState.EndReason;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.store.ConnectionHeldException;
import dev.lockstile.auth.token.Caller;
import java.time.Instant;
import java.util.Optional;

/** Ends the sessions of all accounts for a superuser, in batches, so that no transaction holds them all. */
final class AllSessionsFlow {

    private static final int BATCH = 500;

    private final FlowContext context;
    private final StandardAdminAuthorization authorization;
    private final OperationEvents operations;

    AllSessionsFlow(FlowContext context) {
        this.context = context;
        this.authorization = new StandardAdminAuthorization(context);
        this.operations = new OperationEvents(context);
    }

    Outcome<Integer> run(Caller caller, String reference) {
        Actor actor = OperationEvents.actor(caller, AuditReference.require(reference));
        if (context.store().holdsConnection()) {
            throw new ConnectionHeldException();
        }
        return operations.over(
                new OperationEvents.AccountAct(Operation.ACCOUNT_STATUS, null, actor), () -> end(caller, actor));
    }

    /** The right is checked once: the first batch may hold the caller's own session. */
    private Outcome<Integer> end(Caller caller, Actor actor) {
        Instant now = context.now();
        Optional<Refusal> why = context.store().read(tx -> authorization.refusal(tx, caller, now));
        if (why.isPresent()) {
            return Outcome.refused(why.get());
        }
        int all = 0;
        int some = BATCH;
        while (some == BATCH) {
            some = context.store().<Integer>alone(tx -> tx.sessions().endSome(EndReason.ENDED_BY_ADMIN, BATCH, now));
            all += some;
        }
        context.events()
                .tell(new AuthEvent.AccountStatusChanged(
                        now, caller.user(), "all_sessions_ended", actor, Integer.toString(all)));
        return Outcome.done(all);
    }
}
