package dev.lockstile.auth.internal.account;

import dev.lockstile.auth.admin.AccountDirectory;
import dev.lockstile.auth.admin.AdminLists;
import dev.lockstile.auth.event.Operation;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.internal.flow.OperationEvents;
import dev.lockstile.auth.internal.session.StandardAdminAuthorization;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.role.AdminPermission;
import dev.lockstile.auth.role.RoleInfo;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.token.Caller;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Shows accounts to callers who may look at them. */
public final class AccountDirectoryFlow implements AccountDirectory {

    private final FlowContext context;
    private final StandardAdminAuthorization authorization;
    private final OperationEvents operations;
    private final AdminLists lists;

    public AccountDirectoryFlow(FlowContext context, AdminLists lists) {
        this.context = context;
        this.authorization = new StandardAdminAuthorization(context);
        this.operations = new OperationEvents(context);
        this.lists = lists;
    }

    @Override
    public Outcome<AdminLists.Page> list(Caller caller, AdminLists.Query query) {
        Instant now = context.now();
        return context.store()
                .read(tx -> refusalToLook(tx, caller, now))
                .<Outcome<AdminLists.Page>>map(Outcome::refused)
                .orElseGet(() -> Outcome.done(lists.page(AdminLists.Table.USERS, query.at(now))));
    }

    @Override
    public Outcome<AdminLists.Page> export(Caller caller, AdminLists.Query query) {
        return operations.over(
                Operation.ACCOUNT_EXPORT,
                caller,
                () -> authorization
                        .refusal(caller, AdminPermission.USERS_EXPORT)
                        .<Outcome<AdminLists.Page>>map(Outcome::refused)
                        .orElseGet(() -> Outcome.done(lists.page(AdminLists.Table.USERS, query.at(context.now())))));
    }

    @Override
    public Outcome<Account> show(Caller caller, UserId user) {
        Instant now = context.now();
        return context.store()
                .read(tx -> refusalToLook(tx, caller, now)
                        .<Outcome<Account>>map(Outcome::refused)
                        .orElseGet(() -> found(tx, user, now)));
    }

    @Override
    public Outcome<List<RoleInfo>> roles(Caller caller) {
        Instant now = context.now();
        return context.store()
                .read(tx -> refusalToLook(tx, caller, now))
                .<Outcome<List<RoleInfo>>>map(Outcome::refused)
                .orElseGet(() -> Outcome.done(context.settings().roles().list()));
    }

    private static Outcome<Account> found(AuthTx tx, UserId user, Instant now) {
        return tx.users()
                .byId(user)
                .or(() -> tx.users().deleted(user))
                .map(stored -> Outcome.done(new Account(stored.info().at(now), stored.profiles())))
                .orElseGet(() -> Outcome.refused(Refusal.NOT_FOUND));
    }

    private Optional<Refusal> refusalToLook(AuthTx tx, Caller caller, Instant now) {
        return authorization.refusalToLook(tx, caller, AdminPermission.USERS_READ, now);
    }
}
