package dev.lockstile.auth.internal.account;

import dev.lockstile.auth.account.AuthorizedAdministration.Change;
import dev.lockstile.auth.event.Actor;
import dev.lockstile.auth.event.AuditReference;
import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.event.Operation;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.internal.flow.OperationEvents;
import dev.lockstile.auth.internal.flow.VetoException;
import dev.lockstile.auth.internal.session.StandardAdminAuthorization;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.KeyTakenException;
import dev.lockstile.auth.store.StoredUser;
import dev.lockstile.auth.token.Caller;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * Changes an account on behalf of a caller: right, account and change are read and written in one transaction, with the
 * account's row held. Refused before anything is written: a caller without the right, and a superuser's account.
 */
final class AuthorizedChangeFlow {

    private final FlowContext context;
    private final StandardAdminAuthorization authorization;
    private final OperationEvents operations;

    AuthorizedChangeFlow(FlowContext context) {
        this.context = context;
        this.authorization = new StandardAdminAuthorization(context);
        this.operations = new OperationEvents(context);
    }

    Change run(Caller caller, UserId user, String reference, AccountChange change) {
        Actor actor = OperationEvents.actor(caller, AuditReference.require(reference));
        Asked asked = new Asked(caller, user, actor, change, context.now());
        return operations.over(
                new OperationEvents.AccountAct(Operation.ACCOUNT_STATUS, user, actor),
                () -> attempt(asked),
                result -> result == Change.DONE ? null : asked.refused(result.name()));
    }

    private Change attempt(Asked asked) {
        try {
            return context.store().join(tx -> change(tx, asked));
        } catch (KeyTakenException e) {
            return Change.TAKEN;
        } catch (VetoException e) {
            context.events().tell(e.refusedAct(asked.now(), Operation.ACCOUNT_STATUS, asked.user(), asked.actor()));
            return Change.VETOED;
        }
    }

    private Change change(AuthTx tx, Asked asked) {
        Optional<Refusal> refusal = authorization.refusal(tx, asked.caller(), asked.now());
        if (refusal.isPresent()) {
            return Change.valueOf(refusal.get().name());
        }
        Optional<StoredUser> owner = owner(tx, asked);
        if (owner.isEmpty()) {
            return Change.NOT_FOUND;
        }
        AccountChange change = asked.change();
        if (change.account() != AccountChange.On.ANY
                && owner.get().info().status().superuser()) {
            return Change.FORBIDDEN;
        }
        if (change.write() == AccountChange.UNKNOWN_ROLE) {
            return Change.UNKNOWN_ROLE;
        }
        if (!change.write().on(tx, asked.user(), asked.now())) {
            return Change.UNCHANGED;
        }
        context.events().noted();
        tx.afterCommit(() -> context.events().tell(asked.event()));
        return Change.DONE;
    }

    private static Optional<StoredUser> owner(AuthTx tx, Asked asked) {
        if (asked.change().account() == AccountChange.On.DELETED) {
            return tx.users().deleted(asked.user());
        }
        return tx.users().lock(asked.user(), asked.now()) ? tx.users().byId(asked.user()) : Optional.empty();
    }

    private record Asked(Caller caller, UserId user, Actor actor, AccountChange change, Instant now) {

        AuthEvent.AccountStatusChanged event() {
            return new AuthEvent.AccountStatusChanged(now, user, change.name(), actor);
        }

        /** A stable code, and what was not done. */
        String refused(String why) {
            return why.toLowerCase(Locale.ROOT) + " (not " + change.name() + ")";
        }
    }
}
