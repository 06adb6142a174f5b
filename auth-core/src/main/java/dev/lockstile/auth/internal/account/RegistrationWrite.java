package dev.lockstile.auth.internal.account;

import dev.lockstile.auth.account.Registration;
import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.field.HostField;
import dev.lockstile.auth.field.HostFields;
import dev.lockstile.auth.field.HostValues;
import dev.lockstile.auth.hook.AuthHook.NewAccount;
import dev.lockstile.auth.internal.account.RegistrationCheck.Checked;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.internal.session.ActiveProfile;
import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.SettingsJson;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.NewUser;
import dev.lockstile.auth.store.NewUser.IdentifierAssignment;
import dev.lockstile.auth.store.RowTimes;
import dev.lockstile.auth.store.StoredUser;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The write of a registration: opens an account, joins one that waits for its proof, or tells the owner of an address
 * that is taken. The client is not told which it was. Runs in the transaction of the flow.
 */
final class RegistrationWrite {

    private final FlowContext context;
    private final Confirmations confirmations;
    private final PendingRegistrations registrations;
    private final IdentifierTakenNotice takenNotice;

    RegistrationWrite(FlowContext context, Confirmations confirmations, PendingRegistrations registrations) {
        this.context = context;
        this.confirmations = confirmations;
        this.registrations = registrations;
        this.takenNotice = new IdentifierTakenNotice(context);
    }

    /** False when the registration that waits is not the one that was seen. */
    boolean run(AuthTx tx, Registration registration, Checked checked, Prepared prepared) {
        prepared.hostWork().begin();
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
        writeHost(tx, user, registration.host(), prepared.now());
        confirmations.send(tx, user, checked.main(), prepared.sending());
        askHost(tx, user, prepared);
        tell(tx, new AuthEvent.Registered(prepared.now(), user));
    }

    private void writeHost(AuthTx tx, UserId user, HostValues values, Instant now) {
        if (!values.isEmpty()) {
            List<HostField> fields = context.settings().fields().registration();
            tx.hostColumns().writeUser(user, HostFields.byAttribute(fields, values), now);
        }
    }

    /** Last, after the work that every answer costs; and not at all where it could tell that an address is taken. */
    private void askHost(AuthTx tx, UserId user, Prepared prepared) {
        UserInfo opened = tx.users().byId(user).orElseThrow().info();
        NewAccount account = new NewAccount(opened, NewAccount.By.REGISTRATION, prepared.now());
        context.hooks().open(tx, account, prepared.hostWork());
    }

    /**
     * A second registration on an address that waits for its proof. The same password again is a repeated request; with
     * another one their owners cannot be told apart, and neither survives: the person who proves the address sets a new
     * one. A client that has proven it at this very moment keeps the own one.
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
        if (prepared.repeated()) {
            confirmations.sendAgain(tx, user, main, prepared.sending());
        } else {
            confirmations.sendToAnother(tx, user, main, prepared.sending());
        }
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
                        .map(IdentifierAssignment::unproven)
                        .toList(),
                prepared.hash(),
                UserInfo.Status.ORDINARY,
                new UserInfo.Dates(now, null, now),
                SettingsJson.EMPTY.with("language", registration.client().language()),
                RowTimes.fresh(now));
    }

    /** The owner of a number gets a code as on any request for one, so that the two cannot be told apart. */
    private void notifyOwner(AuthTx tx, UserInfo owner, Identifier main, Confirmations.Sending sending) {
        if (main.kind() == IdentifierKind.PHONE) {
            boolean reached = owner.status().mayAct();
            confirmations.sendCode(tx, reached ? owner.id() : null, main, reached ? sending : sending.silent());
            return;
        }
        if (sending.maySend()) {
            takenNotice.send(tx, owner, main, sending.now());
        }
    }

    /** A user who is still to be imported is told as an owner is: a code to the number, a notice to the address. */
    private void notifyOwnerThere(AuthTx tx, Identifier main, Confirmations.Sending sending) {
        if (main.kind() == IdentifierKind.PHONE) {
            confirmations.sendCode(tx, null, main, sending);
        } else if (sending.maySend()) {
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
     * @param there a user still to be imported has the address
     * @param hostWork the host's own work on a new account
     */
    record Prepared(
            Secret hash,
            @Nullable Secret seen,
            boolean repeated,
            boolean there,
            Confirmations.Sending sending,
            NewAccountCallback hostWork) {

        Instant now() {
            return sending.now();
        }
    }
}
