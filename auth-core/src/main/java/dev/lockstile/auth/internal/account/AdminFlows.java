package dev.lockstile.auth.internal.account;

import dev.lockstile.auth.account.AccountAdmin;
import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.event.Operation;
import dev.lockstile.auth.hook.Deletion;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.internal.flow.FlowWatch;
import dev.lockstile.auth.internal.flow.VetoException;
import dev.lockstile.auth.model.EndReason;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.StoredUser;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;

/** What an administration does to accounts: each change and the end of all sessions and codes are one transaction. */
public final class AdminFlows implements AccountAdmin {

    private final FlowContext context;
    private final FlowWatch watch;

    public AdminFlows(FlowContext context) {
        this.context = context;
        this.watch = new FlowWatch(context);
    }

    @Override
    public boolean disable(UserId user) {
        Instant now = context.now();
        return change(
                user,
                "disabled",
                now,
                tx -> tx.users().setActive(user, false, now)
                        && endEverything(tx, user, EndReason.ACCOUNT_DISABLED, now));
    }

    @Override
    public boolean enable(UserId user) {
        Instant now = context.now();
        return change(user, "enabled", now, tx -> tx.users().setActive(user, true, now));
    }

    @Override
    public boolean delete(UserId user) {
        Instant now = context.now();
        return change(
                user,
                "deleted",
                now,
                tx -> askHost(tx, user, now)
                        && endEverything(tx, user, EndReason.ACCOUNT_DELETED, now)
                        && tx.users().softDelete(user, now));
    }

    private boolean change(UserId user, String what, Instant now, Predicate<AuthTx> write) {
        return watch.over(
                Operation.STANDING,
                user,
                () -> attempt(new AuthEvent.StandingChanged(now, user, what), write),
                changed -> changed ? null : "unchanged");
    }

    private boolean attempt(AuthEvent.StandingChanged event, Predicate<AuthTx> write) {
        try {
            return context.store().join(tx -> {
                boolean changed = write.test(tx);
                if (changed) {
                    context.events().noted();
                    tx.afterCommit(() -> context.events().tell(event));
                }
                return changed;
            });
        } catch (VetoException e) {
            context.events().tell(e.refused(event.at(), Operation.STANDING, event.user(), null));
            return false;
        }
    }

    private boolean askHost(AuthTx tx, UserId user, Instant now) {
        Optional<StoredUser> stored = tx.users().byId(user);
        stored.ifPresent(found -> {
            Deletion deletion = new Deletion(found.info(), false, now);
            context.hooks().ask(hook -> hook.beforeDeletion(deletion));
        });
        return stored.isPresent();
    }

    private boolean endEverything(AuthTx tx, UserId user, EndReason reason, Instant now) {
        tx.sessions().endAll(user, reason, null, now);
        context.legacy().endOldSessions(tx, user, now);
        tx.codes().endAll(user, now);
        return true;
    }
}
