package dev.lockstile.auth.internal.account;

import dev.lockstile.auth.account.AccountAdministration;
import dev.lockstile.auth.account.AccountAdministration.NewAdmin;
import dev.lockstile.auth.account.AccountDraft;
import dev.lockstile.auth.account.CreateAccountResult;
import dev.lockstile.auth.account.NewAdminResult;
import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.event.Operation;
import dev.lockstile.auth.hook.AuthHook.Deletion;
import dev.lockstile.auth.internal.flow.FactorEnds;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.internal.flow.OperationEvents;
import dev.lockstile.auth.internal.flow.SessionEnds;
import dev.lockstile.auth.internal.flow.VetoException;
import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.IdentifierStates;
import dev.lockstile.auth.model.ProfileId;
import dev.lockstile.auth.model.ProfileInfo;
import dev.lockstile.auth.model.RoleName;
import dev.lockstile.auth.model.SessionState.EndReason;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.KeyTakenException;
import dev.lockstile.auth.store.ProfileStore.Owned;
import dev.lockstile.auth.store.StoredUser;
import dev.lockstile.auth.token.Caller;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What an administration does to accounts: each change and the end of all sessions and codes are one transaction. Whoever
 * calls has decided who may: {@link dev.lockstile.auth.account.AdminAuthorization}.
 */
public final class AdminFlows implements AccountAdministration {

    private final FlowContext context;
    private final OperationEvents watch;
    private final NewAccountFlow newAccount;
    private final NewAdminFlow newAdmin;
    private final AdminBootstrap bootstrap;
    private final RestoredIdentifiers restored;

    /** @param bootstrapSecret null where no superuser is made by a secret */
    public AdminFlows(FlowContext context, @Nullable Secret bootstrapSecret) {
        this.context = context;
        this.watch = new OperationEvents(context);
        this.newAccount = new NewAccountFlow(context);
        this.newAdmin = new NewAdminFlow(context);
        this.bootstrap = new AdminBootstrap(context, bootstrapSecret, newAdmin);
        this.restored = new RestoredIdentifiers(context.identifiers());
    }

    @Override
    public CreateAccountResult create(AccountDraft account) {
        return watch.over(
                Operation.ADMINISTRATOR,
                () -> newAccount.run(account),
                result -> result instanceof CreateAccountResult.Created ? null : "not_created");
    }

    @Override
    public NewAdminResult createAdministratorAs(Caller caller, NewAdmin admin) {
        return newAdmin.createAs(caller, admin);
    }

    @Override
    public NewAdminResult bootstrapSuperuser(Secret bootstrapSecret, NewAdmin admin) {
        return bootstrap.bySecret(bootstrapSecret, admin);
    }

    @Override
    public NewAdminResult createFirstSuperuser(NewAdmin admin) {
        return bootstrap.byCommand(admin);
    }

    @Override
    public boolean setRole(UserId user, String role) {
        RoleName.require(role);
        Instant now = context.now();
        return change(
                user,
                "role_changed",
                now,
                tx -> defaultProfile(tx, user)
                        .filter(profile -> tx.profiles().assignRole(new Owned(user, profile), role, now))
                        .isPresent());
    }

    @Override
    public boolean setRole(UserId user, ProfileId profile, String role) {
        RoleName.require(role);
        Instant now = context.now();
        return change(user, "role_changed", now, tx -> tx.profiles().assignRole(new Owned(user, profile), role, now));
    }

    private static Optional<ProfileId> defaultProfile(AuthTx tx, UserId user) {
        return tx.users().byId(user).map(StoredUser::profiles).stream()
                .flatMap(List::stream)
                .filter(profile -> profile.status().isDefault())
                .map(ProfileInfo::id)
                .findFirst();
    }

    @Override
    public boolean markVerified(UserId user, IdentifierKind kind) {
        if (kind == IdentifierKind.USERNAME) {
            throw new IllegalArgumentException("a user name is never proven: give EMAIL or PHONE");
        }
        Instant now = context.now();
        try {
            return change(
                    user,
                    "verified",
                    now,
                    tx -> tx.users()
                            .byId(user)
                            .flatMap(found -> RestoredIdentifiers.again(
                                    found.info().identifiers().of(kind), form(kind)))
                            .filter(identifier -> isFree(tx, user, identifier))
                            .filter(identifier -> tx.users().claim(user, identifier, now))
                            .isPresent());
        } catch (KeyTakenException e) {
            return false; // of somebody else by now
        }
    }

    private Function<String, Optional<Identifier>> form(IdentifierKind kind) {
        return kind == IdentifierKind.EMAIL ? context.identifiers()::email : context.identifiers()::phone;
    }

    private static boolean isFree(AuthTx tx, UserId user, Identifier identifier) {
        return tx.users()
                .byKey(identifier.kind(), identifier.key())
                .filter(owner -> !owner.info().id().equals(user))
                .isEmpty();
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

    /** What was opened before the deletion ends here: another application that marked the row has ended nothing. */
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
                                    .filter(found -> restore(tx, found.info(), now))
                                    .isPresent()
                            && endEverything(tx, user, EndReason.ACCOUNT_DELETED, now));
        } catch (KeyTakenException e) {
            return false; // of somebody else by now
        }
    }

    private boolean restore(AuthTx tx, UserInfo found, Instant now) {
        boolean done = tx.users().restore(found.id(), restored.owned(tx, found), now);
        if (done && hasProven(found.identifiers())) {
            FactorEnds.keepImportedPasskeys(context, tx, found.id());
        }
        return done;
    }

    private static boolean hasProven(IdentifierStates identifiers) {
        return identifiers.anyVerified()
                || identifiers.email().provenBefore()
                || identifiers.phone().provenBefore();
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
                Operation.ACCOUNT_STATUS,
                user,
                () -> attempt(new AuthEvent.AccountStatusChanged(now, user, what), write),
                changed -> changed ? null : "unchanged");
    }

    private boolean attempt(AuthEvent.AccountStatusChanged event, Predicate<AuthTx> write) {
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
            context.events().tell(e.refused(event.at(), Operation.ACCOUNT_STATUS, event.user(), null));
            return false;
        }
    }

    private boolean askHost(AuthTx tx, UserId user, Instant now) {
        Optional<StoredUser> stored = tx.users().byId(user);
        stored.ifPresent(found -> {
            Deletion deletion = new Deletion(found.info(), false, now);
            context.hooks().ask(tx, hook -> hook.beforeDeletion(deletion));
        });
        return stored.isPresent();
    }

    private boolean endEverything(AuthTx tx, UserId user, EndReason reason, Instant now) {
        context.sessionEnds().endAll(tx, new SessionEnds.User(user, now), reason, null);
        tx.codes().endAll(user, now);
        FactorEnds.forgetBrowsers(context, tx, user, now);
        return true;
    }
}
