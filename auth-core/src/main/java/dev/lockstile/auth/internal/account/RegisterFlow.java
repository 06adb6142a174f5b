package dev.lockstile.auth.internal.account;

import dev.lockstile.auth.account.RegisterResult;
import dev.lockstile.auth.account.Registration;
import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.event.Operation;
import dev.lockstile.auth.hook.NewAccount;
import dev.lockstile.auth.internal.account.RegistrationCheck.Checked;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.internal.flow.VetoException;
import dev.lockstile.auth.internal.session.ActiveProfile;
import dev.lockstile.auth.internal.throttle.Throttles;
import dev.lockstile.auth.model.FieldProblem;
import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.Secret;
import dev.lockstile.auth.model.SettingsJson;
import dev.lockstile.auth.model.Standing;
import dev.lockstile.auth.model.UserDates;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.password.HashingBusyException;
import dev.lockstile.auth.password.PasswordHasher;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.Claim;
import dev.lockstile.auth.store.KeyTakenException;
import dev.lockstile.auth.store.NewUser;
import dev.lockstile.auth.store.RowTimes;
import dev.lockstile.auth.store.StoredUser;
import dev.lockstile.auth.throttle.Throttle;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Registers. Refused: input that makes no sense, and a password against the policy. A taken identifier is not refused:
 * the answer and the hashing are the same, and its owner gets a notice, at most one an hour. The new account owns
 * nothing until its address is proven, so a stranger's address can be neither blocked nor captured. A veto of the host
 * rolls all back behind the same answer: said aloud, it would tell which addresses are taken. An address of somebody in
 * a former system is taken: else a stranger could open an account on it before its owner comes over.
 */
final class RegisterFlow {

    private static final Logger LOG = LoggerFactory.getLogger(RegisterFlow.class);
    private static final int TRIES = 3;
    private static final RegisterResult ACCEPTED = new RegisterResult.Accepted();

    private final FlowContext context;
    private final RegistrationCheck check;
    private final Confirmations confirmations;
    private final WaitingRegistrations registrations;
    private final TakenNotice takenNotice;

    RegisterFlow(FlowContext context, Confirmations confirmations) {
        this.context = context;
        this.check = new RegistrationCheck(context);
        this.confirmations = confirmations;
        this.registrations = new WaitingRegistrations(context);
        this.takenNotice = new TakenNotice(context);
    }

    RegisterResult run(Registration registration) {
        Checked checked = check.check(registration);
        if (!checked.problems().isEmpty()) {
            return new RegisterResult.Invalid(checked.problems());
        }
        Instant now = context.now();
        Optional<Instant> retryAt = context.doors()
                .throttles()
                .refusal(
                        Throttles.Wish.of(
                                Throttle.REGISTER_IP,
                                registration.client().address(),
                                Throttle.REGISTER_IDENTITY,
                                checked.main().key()),
                        now);
        if (retryAt.isPresent()) {
            return new RegisterResult.Throttled(retryAt.get());
        }
        List<FieldProblem> breach = check.breach(registration);
        if (!breach.isEmpty()) {
            return new RegisterResult.Invalid(breach);
        }
        try {
            return register(registration, checked);
        } catch (HashingBusyException e) {
            return new RegisterResult.TryLater(context.now().plusSeconds(1));
        } catch (VetoException e) {
            context.events().tell(e.refused(context.now(), Operation.REGISTRATION, null, null));
            return ACCEPTED;
        }
    }

    /** Anew when somebody registered the same address between the look and the write. */
    private RegisterResult register(Registration registration, Checked checked) {
        for (int i = 0; i < TRIES; i++) {
            try {
                if (attempt(registration, checked)) {
                    return ACCEPTED;
                }
            } catch (KeyTakenException e) {
                LOG.debug("an address was registered at the same moment", e);
            }
        }
        return ACCEPTED; // so many at once: theirs is the registration, and its message is on its way
    }

    private boolean attempt(Registration registration, Checked wished) {
        Checked checked = wished.without(context.legacy()::knows);
        Instant now = context.now();
        Identifier main = checked.main();
        Optional<StoredUser> waiting = context.store().read(tx -> registrations.current(tx, main, now));
        Secret seen = waiting.map(StoredUser::passwordHash).orElse(null);
        PasswordHasher hasher = context.passwords().hasher();
        boolean repeated = hasher.check(seen == null ? null : seen.reveal(), registration.password())
                .matches();
        Secret hash = Secret.of(hasher.hash(registration.password()));
        boolean there = context.legacy().isOpen() && context.legacy().knows(main, isOwned(main));
        boolean mayText =
                main.kind() != IdentifierKind.PHONE || context.doors().texts().admits(main, true, now);
        Confirmations.Sending sending =
                new Confirmations.Sending(registration.client().language(), mayText, now);
        return context.store()
                .join(tx -> write(tx, registration, checked, new Prepared(hash, seen, repeated, there, sending)));
    }

    private boolean isOwned(Identifier main) {
        return context.store()
                .read(tx -> tx.users().byKey(main.kind(), main.key()).isPresent());
    }

    /** False when the registration that waits is not the one that was seen. */
    private boolean write(AuthTx tx, Registration registration, Checked checked, Prepared prepared) {
        Identifier main = checked.main();
        Optional<StoredUser> owner = tx.users().byKey(main.kind(), main.key());
        if (owner.isPresent()) {
            notifyOwner(tx, owner.get().info(), main, prepared.sending());
            tell(tx, new AuthEvent.Registered(prepared.now(), null));
            return true;
        }
        if (prepared.there()) {
            notifyOwnerThere(tx, main, prepared.sending());
            tell(tx, new AuthEvent.Registered(prepared.now(), null));
            return true;
        }
        Optional<StoredUser> waiting = registrations.current(tx, main, prepared.now());
        if (waiting.isEmpty()) {
            open(tx, registration, checked, prepared);
            return true;
        }
        boolean joined = join(tx, waiting.get(), main, prepared);
        if (joined) {
            tell(tx, new AuthEvent.Registered(prepared.now(), null));
        }
        return joined;
    }

    private void open(AuthTx tx, Registration registration, Checked checked, Prepared prepared) {
        UserId user = tx.users().insert(newUser(registration, checked, prepared));
        String role = context.settings().signUp().defaultRole();
        ActiveProfile.create(tx, user, registration.person(), new ActiveProfile.Birth(role, prepared.now()));
        confirmations.send(tx, user, checked.main(), prepared.sending());
        askHost(tx, user, prepared.now());
        tell(tx, new AuthEvent.Registered(prepared.now(), user));
    }

    /** Last, after the work that every answer costs; and not at all where it could tell that an address is taken. */
    private void askHost(AuthTx tx, UserId user, Instant now) {
        context.hooks()
                .ask(hook -> hook.beforeRegistration(
                        new NewAccount(tx.users().byId(user).orElseThrow().info(), NewAccount.By.REGISTRATION, now)));
    }

    /**
     * A second registration on an address that waits for its proof. The same password again is a repeated request; with
     * another one nobody knows whose is whose, and neither survives: whoever proves the address sets a new one. Whoever
     * has proven it at this very moment keeps the own one.
     */
    private boolean join(AuthTx tx, StoredUser waiting, Identifier main, Prepared prepared) {
        UserId user = waiting.info().id();
        Secret seen = prepared.seen();
        if (!Objects.equals(waiting.passwordHash(), seen)) {
            return false;
        }
        if (seen != null && !prepared.repeated() && !tx.users().dropUnprovenPassword(user, seen, prepared.now())) {
            return false;
        }
        confirmations.sendAgain(tx, user, main, prepared.sending());
        return true;
    }

    private static NewUser newUser(Registration registration, Checked checked, Prepared prepared) {
        Instant now = prepared.now();
        return new NewUser(
                Stream.of(
                                Optional.ofNullable(checked.email()),
                                Optional.ofNullable(checked.phone()),
                                Optional.ofNullable(checked.username()))
                        .flatMap(Optional::stream)
                        .map(Claim::unproven)
                        .toList(),
                prepared.hash(),
                Standing.ORDINARY,
                new UserDates(now, null, now),
                SettingsJson.EMPTY.with("language", registration.client().language()),
                RowTimes.fresh(now));
    }

    /** The owner of a number gets a code as on any request for one, so that the two cannot be told apart. */
    private void notifyOwner(AuthTx tx, UserInfo owner, Identifier main, Confirmations.Sending sending) {
        if (main.kind() == IdentifierKind.PHONE) {
            boolean reached = owner.standing().mayAct();
            confirmations.sendCode(tx, reached ? owner.id() : null, main, reached ? sending : sending.silent());
            return;
        }
        takenNotice.send(tx, owner, main, sending.now());
    }

    /** Who has not come over is told as an owner here is: with a code to the number, with a notice to the address. */
    private void notifyOwnerThere(AuthTx tx, Identifier main, Confirmations.Sending sending) {
        if (main.kind() == IdentifierKind.PHONE) {
            confirmations.sendCode(tx, null, main, sending);
        } else {
            takenNotice.send(tx, main, sending);
        }
    }

    private void tell(AuthTx tx, AuthEvent event) {
        context.events().noted();
        tx.afterCommit(() -> context.events().tell(event));
    }

    /**
     * What is known before the transaction.
     *
     * @param seen the hash of the registration that waits; null when none does or it has lost its password
     * @param repeated true when that one has the same password
     * @param there the former system has somebody by that address
     */
    private record Prepared(
            Secret hash, @Nullable Secret seen, boolean repeated, boolean there, Confirmations.Sending sending) {

        Instant now() {
            return sending.now();
        }
    }
}
