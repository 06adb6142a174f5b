package dev.lockstile.auth.internal.account;

import dev.lockstile.auth.account.AccountAdministration.NewAdmin;
import dev.lockstile.auth.event.Actor;
import dev.lockstile.auth.event.AuditReference;
import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.event.Operation;
import dev.lockstile.auth.hook.AuthHook.NewAccount;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.internal.flow.NoticeSubject;
import dev.lockstile.auth.internal.flow.OperationEvents;
import dev.lockstile.auth.internal.flow.SecurityNotice;
import dev.lockstile.auth.internal.flow.VetoException;
import dev.lockstile.auth.internal.session.ActiveProfile;
import dev.lockstile.auth.internal.session.StandardAdminAuthorization;
import dev.lockstile.auth.message.MessageKind;
import dev.lockstile.auth.message.MessageTemplates.MessageValues;
import dev.lockstile.auth.model.FieldProblem;
import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.model.SettingsJson;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.password.HashingBusyException;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.KeyTakenException;
import dev.lockstile.auth.store.NewUser;
import dev.lockstile.auth.store.NewUser.IdentifierAssignment;
import dev.lockstile.auth.store.RowTimes;
import dev.lockstile.auth.store.StoredUser;
import dev.lockstile.auth.token.Caller;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Opens the accounts of administrators. Refused before anything is looked at or hashed: a caller who is no superuser or
 * was not seen for ten minutes. The first superuser comes by {@link AdminBootstrap}.
 */
final class NewAdminFlow {

    private final FlowContext context;
    private final NewPasswordCheck policy;
    private final OperationEvents operations;
    private final StandardAdminAuthorization authorization;
    private final SecurityNotice notice;

    NewAdminFlow(FlowContext context) {
        this.context = context;
        this.policy = new NewPasswordCheck(context);
        this.operations = new OperationEvents(context);
        this.authorization = new StandardAdminAuthorization(context);
        this.notice = new SecurityNotice(context);
    }

    Outcome<UserInfo> createAs(Caller caller, NewAdmin admin, @Nullable String reference) {
        Actor actor = OperationEvents.actor(caller, reference == null ? null : AuditReference.require(reference));
        return operations.over(Operation.ADMINISTRATOR, actor, () -> tryCreate(caller, admin, actor));
    }

    private Outcome<UserInfo> tryCreate(Caller caller, NewAdmin admin, Actor actor) {
        Instant now = context.now();
        Optional<Refusal> why = context.store().read(tx -> authorization.refusal(tx, caller, now));
        return why.<Outcome<UserInfo>>map(Outcome::refused)
                .orElseGet(() -> open(
                        new Order(
                                admin,
                                actor,
                                tx -> authorization.refusal(tx, caller, now).isEmpty()),
                        now));
    }

    Outcome<UserInfo> open(Order order, Instant now) {
        NewAdmin admin = order.admin();
        Optional<Identifier> email = context.identifiers().email(admin.email());
        List<FieldProblem> problems =
                new ArrayList<>(policy.problems("password", admin.password(), admin.email(), null, null));
        if (email.isEmpty()) {
            problems.add(FieldProblem.of("email", "invalid_email"));
        }
        if (email.isEmpty() || !problems.isEmpty()) {
            return Outcome.invalid(problems);
        }
        try {
            Secret hash = Secret.of(context.passwords().hasher().hash(admin.password()));
            NewUser user = newUser(email.get(), hash, admin.rank(), now);
            return context.store()
                    .alone(tx -> order.gate().isOpen(tx)
                            ? insert(tx, user, order.actor(), now)
                            : Outcome.refused(Refusal.FORBIDDEN));
        } catch (HashingBusyException e) {
            return Outcome.refused(Refusal.BUSY);
        } catch (KeyTakenException e) {
            return Outcome.refused(Refusal.EMAIL_TAKEN);
        } catch (VetoException e) {
            context.events()
                    .tell(new AuthEvent.Refused(now, Operation.ADMINISTRATOR, null, null, e.reason(), order.actor()));
            return Outcome.refused(Refusal.FORBIDDEN);
        }
    }

    private Outcome<UserInfo> insert(AuthTx tx, NewUser user, @Nullable Actor actor, Instant now) {
        if (user.status().superuser()) {
            tellSuperusers(tx, user, actor, now);
        }
        UserId id = tx.users().insert(user);
        ActiveProfile.create(tx, id, context, now);
        UserInfo added = tx.users().byId(id).map(StoredUser::info).orElseThrow();
        NewAccount account = new NewAccount(added, NewAccount.By.ADMINISTRATION, now);
        context.hooks().ask(tx, hook -> hook.beforeRegistration(account));
        tx.afterCommit(() -> context.events().tell(new AuthEvent.AdministratorAdded(now, id, actor)));
        return Outcome.done(added);
    }

    /** The caller is among them: the session may be a stolen one. */
    private void tellSuperusers(AuthTx tx, NewUser added, @Nullable Actor actor, Instant now) {
        List<UserInfo> told = tx.users().superusers(now).stream()
                .flatMap(id -> tx.users().byId(id).stream())
                .map(StoredUser::info)
                .toList();
        Map<String, String> values = new HashMap<>();
        values.put(
                MessageValues.WHAT, ShortenedIdentifier.of(added.claims().get(0).identifier()));
        told.stream()
                .filter(other -> actor != null && other.id().equals(actor.user()))
                .findFirst()
                .flatMap(ShortenedIdentifier::of)
                .ifPresent(by -> values.put(MessageValues.BY, by));
        told.forEach(other -> notice.send(tx, NoticeSubject.of(other), MessageKind.SUPERUSER_ADDED, values, now));
    }

    private static NewUser newUser(Identifier email, Secret hash, NewAdmin.Rank rank, Instant now) {
        boolean superuser = rank == NewAdmin.Rank.SUPERUSER;
        return new NewUser(
                List.of(IdentifierAssignment.proven(email, now)),
                hash,
                new UserInfo.Status(true, true, superuser, null),
                new UserInfo.Dates(now, null, null),
                SettingsJson.EMPTY,
                RowTimes.fresh(now));
    }

    /**
     * An account that is to be opened.
     *
     * @param actor null for the bootstrap secret and the command
     */
    record Order(NewAdmin admin, @Nullable Actor actor, Gate gate) {}

    /** Asked in the transaction that opens the account. */
    interface Gate {
        boolean isOpen(AuthTx tx);
    }
}
