package dev.lockstile.auth.internal.account;

import dev.lockstile.auth.account.AccountDraft;
import dev.lockstile.auth.account.ServiceAccountAdministration.ServiceAccount;
import dev.lockstile.auth.event.Actor;
import dev.lockstile.auth.event.AuditReference;
import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.event.Operation;
import dev.lockstile.auth.hook.AuthHook.NewAccount;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.internal.flow.OperationEvents;
import dev.lockstile.auth.internal.flow.VetoException;
import dev.lockstile.auth.internal.session.ActiveProfile;
import dev.lockstile.auth.internal.session.StandardAdminAuthorization;
import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.SettingsJson;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.password.HashingBusyException;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.ConnectionHeldException;
import dev.lockstile.auth.store.KeyTakenException;
import dev.lockstile.auth.store.NewUser;
import dev.lockstile.auth.store.NewUser.IdentifierAssignment;
import dev.lockstile.auth.store.RowTimes;
import dev.lockstile.auth.store.StoredUser;
import dev.lockstile.auth.token.Caller;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Opens an account for the host's administration. Refused, and told: a draft with problems, an identifier that an
 * account has, a veto of the host. The names are looked up before the insert, so that one which is taken does not end
 * the transaction of the host.
 */
final class NewAccountFlow {

    private final FlowContext context;
    private final NewAccountCheck check;
    private final NewAccountRights rights;
    private final OperationEvents operations;

    NewAccountFlow(FlowContext context) {
        this.context = context;
        this.check = new NewAccountCheck(context);
        this.rights = new NewAccountRights(context);
        this.operations = new OperationEvents(context);
    }

    /** @throws ConnectionHeldException for a password inside a transaction that holds a connection, as while hashing */
    Outcome<UserInfo> run(AccountDraft draft) {
        return run(new Order(draft, false, null, tx -> Optional.empty(), Follow.NOTHING));
    }

    /** The same on behalf of a caller, whose right is checked before any work and again in the transaction. */
    Outcome<UserInfo> createAs(Caller caller, AccountDraft draft, String reference) {
        return createAs(caller, draft, reference, Follow.NOTHING);
    }

    /** @param follow what is done about the new account: asked before the transaction, and written in it */
    Outcome<UserInfo> createAs(Caller caller, AccountDraft draft, String reference, Follow follow) {
        Actor actor = OperationEvents.actor(caller, AuditReference.require(reference));
        return createAs(new Order(draft, false, actor, tx -> rights.refusal(tx, caller, draft), follow), actor);
    }

    /** An account of a program: a user name and a role, and nothing by which a person signs in. */
    Outcome<UserInfo> runProgram(ServiceAccount account) {
        return run(new Order(draft(account), true, null, tx -> Optional.empty(), Follow.NOTHING));
    }

    private static AccountDraft draft(ServiceAccount account) {
        return AccountDraft.ofUsername(account.username()).withRole(account.role());
    }

    /** The same on behalf of a caller. */
    Outcome<UserInfo> createProgramAs(Caller caller, ServiceAccount account, String reference) {
        Actor actor = OperationEvents.actor(caller, AuditReference.require(reference));
        AccountDraft draft = draft(account);
        return createAs(
                new Order(draft, true, actor, tx -> rights.refusalOfProgram(tx, caller, draft), Follow.NOTHING), actor);
    }

    private Outcome<UserInfo> createAs(Order order, Actor actor) {
        return operations.over(Operation.ADMINISTRATOR, actor, () -> tryCreate(order), NewAccountFlow::reason);
    }

    private Outcome<UserInfo> tryCreate(Order order) {
        Optional<Refusal> refused = context.store().read(order.gate()::refusal);
        return refused.<Outcome<UserInfo>>map(Outcome::refused).orElseGet(() -> run(order));
    }

    /** Why the caller may not, and one word for all that is wrong with the draft. */
    static @Nullable String reason(Outcome<UserInfo> result) {
        return result.refusal()
                .map(why -> StandardAdminAuthorization.REFUSALS.contains(why) ? why.code() : "not_created")
                .orElse(null);
    }

    private Outcome<UserInfo> run(Order order) {
        AccountDraft draft = order.draft();
        if (draft.password() != null && context.store().holdsConnection()) {
            throw new ConnectionHeldException();
        }
        Instant now = context.now();
        NewAccountCheck.Checked checked = check.check(draft, order.program());
        if (!checked.problems().isEmpty()) {
            return Outcome.invalid(checked.problems());
        }
        Optional<Refusal> held = order.follow().refusal(checked.identifiers(), now);
        if (held.isPresent()) {
            return Outcome.refused(held.get());
        }
        try {
            NewUser user = newUser(draft, checked.identifiers(), hash(draft.password()), now);
            return context.store()
                    .join(tx -> order.gate()
                            .refusal(tx)
                            .<Outcome<UserInfo>>map(Outcome::refused)
                            .orElseGet(() -> write(tx, user, order, now)));
        } catch (HashingBusyException e) {
            return Outcome.refused(Refusal.BUSY, now.plusSeconds(1));
        } catch (KeyTakenException e) {
            return Outcome.refused(Refusal.IDENTIFIER_TAKEN); // at this very moment
        } catch (VetoException e) {
            context.events()
                    .tell(new AuthEvent.Refused(now, Operation.ADMINISTRATOR, null, null, e.reason(), order.actor()));
            return Outcome.refused(Refusal.FORBIDDEN);
        }
    }

    private @Nullable Secret hash(@Nullable Secret password) {
        return password == null ? null : Secret.of(context.passwords().hasher().hash(password));
    }

    private static NewUser newUser(
            AccountDraft draft, List<Identifier> identifiers, @Nullable Secret hash, Instant now) {
        return new NewUser(
                identifiers.stream()
                        .map(each -> claim(each, draft.verified(), now))
                        .toList(),
                hash,
                UserInfo.Status.ORDINARY,
                new UserInfo.Dates(now, null, null),
                SettingsJson.EMPTY,
                RowTimes.fresh(now));
    }

    private static IdentifierAssignment claim(Identifier identifier, boolean verified, Instant now) {
        boolean proven = verified && identifier.kind() != IdentifierKind.USERNAME;
        return new IdentifierAssignment(identifier, true, proven ? now : null);
    }

    private Outcome<UserInfo> write(AuthTx tx, NewUser user, Order order, Instant now) {
        AccountDraft draft = order.draft();
        boolean taken = user.claims().stream()
                .map(IdentifierAssignment::identifier)
                .anyMatch(each -> tx.users().byKey(each.kind(), each.key()).isPresent());
        if (taken) {
            return Outcome.refused(Refusal.IDENTIFIER_TAKEN);
        }
        UserId id = tx.users().insert(user);
        ActiveProfile.create(tx, id, draft.person(), new ActiveProfile.Birth(role(draft), now));
        UserInfo added = tx.users().byId(id).map(StoredUser::info).orElseThrow();
        NewAccount account = new NewAccount(added, NewAccount.By.ADMINISTRATION, now);
        context.hooks().ask(tx, hook -> hook.beforeRegistration(account));
        order.follow().write(tx, added, now);
        context.events().noted();
        tx.afterCommit(() -> context.events().tell(new AuthEvent.Registered(now, id, order.actor())));
        return Outcome.done(added);
    }

    /** In the spelling of the declaration. */
    private String role(AccountDraft draft) {
        return context.settings().roles().find(draft.role()).orElseThrow();
    }

    /**
     * An account that is to be opened.
     *
     * @param program true for one of a program, in a role that is declared so
     * @param actor null for the host's own code
     */
    private record Order(
            AccountDraft draft, boolean program, @Nullable Actor actor, Gate gate, Follow follow) {}

    /** What goes with an account that is opened. */
    interface Follow {

        Follow NOTHING = new Follow() {};

        /** Why nothing is opened; asked before the transaction. */
        default Optional<Refusal> refusal(List<Identifier> identifiers, Instant now) {
            return Optional.empty();
        }

        /** Writes it, in the transaction that opens the account. */
        default void write(AuthTx tx, UserInfo added, Instant now) {}
    }

    /** Asked in the transaction that opens the account. */
    @FunctionalInterface
    private interface Gate {
        Optional<Refusal> refusal(AuthTx tx);
    }
}
