package dev.lockstile.auth.internal.account;

import dev.lockstile.auth.account.NewAdmin;
import dev.lockstile.auth.account.NewAdminResult;
import dev.lockstile.auth.account.NewAdminResult.Why;
import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.event.Operation;
import dev.lockstile.auth.hook.NewAccount;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.internal.flow.OperationEvents;
import dev.lockstile.auth.internal.flow.VetoException;
import dev.lockstile.auth.internal.session.ActiveProfile;
import dev.lockstile.auth.internal.session.CallerSession;
import dev.lockstile.auth.model.AccountStatus;
import dev.lockstile.auth.model.FieldProblem;
import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.model.SettingsJson;
import dev.lockstile.auth.model.UserDates;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.password.HashingBusyException;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.IdentifierAssignment;
import dev.lockstile.auth.store.KeyTakenException;
import dev.lockstile.auth.store.NewUser;
import dev.lockstile.auth.store.RowTimes;
import dev.lockstile.auth.store.StoredSession;
import dev.lockstile.auth.store.StoredUser;
import dev.lockstile.auth.throttle.Rate;
import dev.lockstile.auth.token.Caller;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens the accounts of administrators. Refused before anything is looked at or hashed: a wrong bootstrap secret (ten
 * an hour are looked at, one budget for the whole world; the right one is counted nowhere), a caller who is no superuser or was not seen for ten minutes. The one
 * winner of a bootstrap is whoever takes the one place of a window that never ends, in the transaction of the insert.
 */
final class NewAdminFlow {

    private static final Logger LOG = LoggerFactory.getLogger(NewAdminFlow.class);
    private static final Duration FOR_EVER = Duration.ofDays(365_000);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Rate TRIES = Rate.perHour(10);

    private final FlowContext context;
    private final @Nullable Secret bootstrapSecret;
    private final NewPasswordCheck policy;
    private final OperationEvents watch;

    /** @param bootstrapSecret null where no superuser is made by a secret */
    NewAdminFlow(FlowContext context, @Nullable Secret bootstrapSecret) {
        this.context = context;
        this.bootstrapSecret = bootstrapSecret;
        this.policy = new NewPasswordCheck(context);
        this.watch = new OperationEvents(context);
    }

    NewAdminResult bootstrapSuperuser(Secret secret, NewAdmin admin) {
        return watch.over(Operation.ADMINISTRATOR, () -> tryBootstrap(secret, admin), NewAdminFlow::reason);
    }

    private NewAdminResult tryBootstrap(Secret secret, NewAdmin admin) {
        Instant now = context.now();
        if (bootstrapSecret == null || !bootstrapSecret.equals(secret)) {
            return refusedSecret(now);
        }
        boolean first = !context.store().read(tx -> tx.users().anySuperuser());
        LOG.warn("the bootstrap secret was tried: {}", first ? "it is right" : "there is a superuser already");
        if (!first || admin.rank() != NewAdmin.Rank.SUPERUSER) {
            return refused(Why.FORBIDDEN);
        }
        return open(
                admin,
                tx -> tx.throttles().take("bootstrap", 1, FOR_EVER, now)
                        && !tx.users().anySuperuser(),
                now);
    }

    /** A right secret is counted nowhere, so nobody can use up the tries of whoever has it. */
    private NewAdminResult refusedSecret(Instant now) {
        boolean looked = context.limiters().requests().take("BOOTSTRAP_TRY", "", TRIES, now);
        LOG.warn("the bootstrap secret was tried: refused");
        return refused(looked ? Why.FORBIDDEN : Why.THROTTLED);
    }

    NewAdminResult createFirstSuperuser(NewAdmin admin) {
        return watch.over(Operation.ADMINISTRATOR, () -> tryCreateFirst(admin), NewAdminFlow::reason);
    }

    /**
     * Where the secret is alive, its one place is taken as well: of a command and a request at once one wins. Where it
     * is dead, the place of a minute lets one of two commands through.
     */
    private NewAdminResult tryCreateFirst(NewAdmin admin) {
        Instant now = context.now();
        if (admin.rank() != NewAdmin.Rank.SUPERUSER
                || context.store().read(tx -> tx.users().anySuperuser())) {
            return refused(Why.FORBIDDEN);
        }
        return open(
                admin,
                tx -> {
                    tx.throttles().take("bootstrap", 1, FOR_EVER, now);
                    return tx.throttles().take("first-superuser", 1, MINUTE, now)
                            && !tx.users().anySuperuser();
                },
                now);
    }

    NewAdminResult createAs(Caller caller, NewAdmin admin) {
        return watch.over(Operation.ADMINISTRATOR, caller, () -> tryCreate(caller, admin), NewAdminFlow::reason);
    }

    private NewAdminResult tryCreate(Caller caller, NewAdmin admin) {
        Instant now = context.now();
        Optional<Why> why = context.store().read(tx -> obstacle(tx, caller, now));
        return why.map(NewAdminFlow::refused)
                .orElseGet(() -> open(admin, tx -> obstacle(tx, caller, now).isEmpty(), now));
    }

    private Optional<Why> obstacle(AuthTx tx, Caller caller, Instant now) {
        Optional<StoredSession> session = CallerSession.live(tx, caller, now);
        if (session.isEmpty()) {
            return Optional.of(Why.SESSION_ENDED);
        }
        if (!session.get().user().info().status().superuser()) {
            return Optional.of(Why.FORBIDDEN);
        }
        return context.isRecent(caller, session.get().user(), now)
                ? Optional.empty()
                : Optional.of(Why.REAUTHENTICATION_REQUIRED);
    }

    private NewAdminResult open(NewAdmin admin, Gate gate, Instant now) {
        Optional<Identifier> email = context.identifiers().email(admin.email());
        List<FieldProblem> problems =
                new ArrayList<>(policy.problems("password", admin.password(), admin.email(), null, null));
        if (email.isEmpty()) {
            problems.add(FieldProblem.of("email", "invalid_email"));
        }
        if (email.isEmpty() || !problems.isEmpty()) {
            return new NewAdminResult.Invalid(problems);
        }
        try {
            Secret hash = Secret.of(context.passwords().hasher().hash(admin.password()));
            NewUser user = newUser(email.get(), hash, admin.rank(), now);
            return context.store().alone(tx -> gate.isOpen(tx) ? insert(tx, user, now) : refused(Why.FORBIDDEN));
        } catch (HashingBusyException e) {
            return refused(Why.BUSY);
        } catch (KeyTakenException e) {
            return refused(Why.EMAIL_TAKEN);
        } catch (VetoException e) {
            context.events().tell(e.refused(now, Operation.ADMINISTRATOR, null, null));
            return refused(Why.FORBIDDEN);
        }
    }

    private NewAdminResult insert(AuthTx tx, NewUser user, Instant now) {
        UserId id = tx.users().insert(user);
        ActiveProfile.create(tx, id, context, now);
        UserInfo added = tx.users().byId(id).map(StoredUser::info).orElseThrow();
        NewAccount account = new NewAccount(added, NewAccount.By.ADMINISTRATION, now);
        context.hooks().ask(tx, hook -> hook.beforeRegistration(account));
        tx.afterCommit(() -> context.events().tell(new AuthEvent.AdministratorAdded(now, id)));
        return new NewAdminResult.Created(added);
    }

    private static NewUser newUser(Identifier email, Secret hash, NewAdmin.Rank rank, Instant now) {
        boolean superuser = rank == NewAdmin.Rank.SUPERUSER;
        return new NewUser(
                List.of(IdentifierAssignment.proven(email, now)),
                hash,
                new AccountStatus(true, true, superuser, null),
                new UserDates(now, null, null),
                SettingsJson.EMPTY,
                RowTimes.fresh(now));
    }

    private static @Nullable String reason(NewAdminResult result) {
        if (result instanceof NewAdminResult.Created) {
            return null;
        }
        return result instanceof NewAdminResult.Refused refused ? refused.why().name() : "invalid";
    }

    private static NewAdminResult refused(Why why) {
        return new NewAdminResult.Refused(why);
    }

    /** Asked in the transaction that opens the account. */
    private interface Gate {
        boolean isOpen(AuthTx tx);
    }
}
