package dev.lockstile.auth.internal.account;

import dev.lockstile.auth.account.AccountAdministration;
import dev.lockstile.auth.account.IdentifierRules;
import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.event.Operation;
import dev.lockstile.auth.hook.Deletion;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.internal.flow.FlowWatch;
import dev.lockstile.auth.internal.flow.VetoException;
import dev.lockstile.auth.model.EndReason;
import dev.lockstile.auth.model.Handle;
import dev.lockstile.auth.model.Handles;
import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.KeyTakenException;
import dev.lockstile.auth.store.StoredUser;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What an administration does to accounts: each change and the end of all sessions and codes are one transaction. */
public final class AdminFlows implements AccountAdministration {

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

    @Override
    public boolean restore(UserId user) {
        Instant now = context.now();
        try {
            return change(
                    user,
                    "restored",
                    now,
                    tx -> tx.users()
                            .deleted(user)
                            .filter(found ->
                                    tx.users().restore(user, owned(found.info().handles()), now))
                            .isPresent());
        } catch (KeyTakenException e) {
            return false; // of somebody else by now
        }
    }

    /** What the account had proven, and its user name: what it merely claimed it owns no more. */
    private List<Identifier> owned(Handles handles) {
        IdentifierRules rules = context.identifiers();
        return Stream.of(
                        again(handles.email(), rules::email, handles.email().isVerified()),
                        again(handles.phone(), rules::phone, handles.phone().isVerified()),
                        again(handles.username(), rules::username, true))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Identifier> again(
            Handle handle, Function<String, Optional<Identifier>> form, boolean proven) {
        return proven ? Optional.ofNullable(handle.value()).flatMap(form) : Optional.empty();
    }

    @Override
    public boolean endSessions(UserId user) {
        Instant now = context.now();
        return change(
                user,
                "sessions_ended",
                now,
                tx -> tx.users().hold(user, now) && endEverything(tx, user, EndReason.ENDED_BY_ADMIN, now));
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
