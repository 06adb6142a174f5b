package dev.lockstile.auth.internal.account;

import dev.lockstile.auth.account.AccountAdmin;
import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.event.Operation;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.internal.flow.FlowWatch;
import dev.lockstile.auth.model.EndReason;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.AuthTx;
import java.time.Instant;
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
                tx -> endEverything(tx, user, EndReason.ACCOUNT_DELETED, now)
                        && tx.users().softDelete(user, now));
    }

    private boolean change(UserId user, String what, Instant now, Predicate<AuthTx> write) {
        return watch.over(
                Operation.STANDING,
                user,
                () -> context.store().join(tx -> {
                    boolean changed = write.test(tx);
                    if (changed) {
                        context.events().noted();
                        tx.afterCommit(() -> context.events().tell(new AuthEvent.StandingChanged(now, user, what)));
                    }
                    return changed;
                }),
                changed -> changed ? null : "unchanged");
    }

    private static boolean endEverything(AuthTx tx, UserId user, EndReason reason, Instant now) {
        tx.sessions().endAll(user, reason, null, now);
        tx.codes().endAll(user, now);
        return true;
    }
}
