package dev.lockstile.auth.internal.account;

import dev.lockstile.auth.account.RegisterResult;
import dev.lockstile.auth.account.Registration;
import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.internal.account.RegistrationCheck.Checked;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.internal.message.Outgoing;
import dev.lockstile.auth.internal.session.ActiveProfile;
import dev.lockstile.auth.message.MessageTemplate;
import dev.lockstile.auth.model.Channel;
import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.model.Secret;
import dev.lockstile.auth.model.SettingsJson;
import dev.lockstile.auth.model.Standing;
import dev.lockstile.auth.model.UserDates;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.password.HashingBusyException;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.Claim;
import dev.lockstile.auth.store.KeyTakenException;
import dev.lockstile.auth.store.NewUser;
import dev.lockstile.auth.store.RowTimes;
import dev.lockstile.auth.store.StoredUser;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Registers. Refused: input that makes no sense, and a password against the policy. A taken identifier is not refused:
 * the answer and the hashing are the same, and its owner gets a notice, at most one an hour. The new account owns
 * nothing until its address is proven, so a stranger's address can be neither blocked nor captured.
 */
final class RegisterFlow {

    private static final Duration NOTICE_WINDOW = Duration.ofHours(1);
    private static final RegisterResult ACCEPTED = new RegisterResult.Accepted();

    private final FlowContext context;
    private final RegistrationCheck check;
    private final Confirmations confirmations;

    RegisterFlow(FlowContext context, Confirmations confirmations) {
        this.context = context;
        this.check = new RegistrationCheck(context);
        this.confirmations = confirmations;
    }

    RegisterResult run(Registration registration) {
        Instant now = context.now();
        Checked checked = check.check(registration);
        if (!checked.problems().isEmpty()) {
            return new RegisterResult.Invalid(checked.problems());
        }
        try {
            Secret hash = Secret.of(context.passwords().hasher().hash(registration.password()));
            return context.store().join(tx -> write(tx, registration, checked, new Prepared(hash, now)));
        } catch (KeyTakenException e) {
            return ACCEPTED; // the same number is being registered at this very moment, and its code is on its way
        } catch (HashingBusyException e) {
            return new RegisterResult.TryLater(now.plusSeconds(1));
        }
    }

    private RegisterResult write(AuthTx tx, Registration registration, Checked checked, Prepared prepared) {
        Identifier main = checked.main();
        Optional<StoredUser> owner = tx.users().byKey(main.kind(), main.key());
        if (owner.isPresent()) {
            notifyOwner(tx, owner.get().info(), main, prepared.now());
            tell(tx, new AuthEvent.Registered(prepared.now(), null));
            return ACCEPTED;
        }
        UserId user = tx.users().insert(newUser(registration, checked, prepared));
        String role = context.settings().signUp().defaultRole();
        ActiveProfile.create(tx, user, registration.person(), new ActiveProfile.Birth(role, prepared.now()));
        confirmations.send(
                tx, user, main, new Confirmations.Sending(registration.client().language(), prepared.now()));
        tell(tx, new AuthEvent.Registered(prepared.now(), user));
        return ACCEPTED;
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

    private void notifyOwner(AuthTx tx, UserInfo owner, Identifier main, Instant now) {
        String address = owner.handles().of(main.kind()).value();
        String bucket = "notice:" + main.key();
        if (address == null || !tx.throttles().take(bucket, 1, NOTICE_WINDOW, now)) {
            return;
        }
        Channel channel = main.kind() == IdentifierKind.EMAIL ? Channel.EMAIL : Channel.SMS;
        context.courier()
                .enqueue(
                        tx,
                        new Outgoing(
                                channel,
                                address,
                                MessageTemplate.ALREADY_REGISTERED,
                                owner.language(),
                                Map.of(),
                                now.plus(NOTICE_WINDOW)));
    }

    private void tell(AuthTx tx, AuthEvent event) {
        tx.afterCommit(() -> context.events().tell(event));
    }

    private record Prepared(Secret hash, Instant now) {}
}
