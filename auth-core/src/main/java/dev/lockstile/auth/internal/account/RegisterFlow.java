package dev.lockstile.auth.internal.account;

import dev.lockstile.auth.account.Registration;
import dev.lockstile.auth.account.Registration.RegistrationClient;
import dev.lockstile.auth.event.Operation;
import dev.lockstile.auth.internal.account.RegistrationCheck.Checked;
import dev.lockstile.auth.internal.account.RegistrationWrite.Prepared;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.internal.flow.VetoException;
import dev.lockstile.auth.internal.message.RequestOrigin;
import dev.lockstile.auth.internal.throttle.HumanChecks;
import dev.lockstile.auth.internal.throttle.PermitRequest;
import dev.lockstile.auth.internal.throttle.RequestLimiter;
import dev.lockstile.auth.internal.throttle.SendLimiter;
import dev.lockstile.auth.model.Channel;
import dev.lockstile.auth.model.FieldProblem;
import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.password.HashingBusyException;
import dev.lockstile.auth.password.PasswordHasher;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.ConnectionHeldException;
import dev.lockstile.auth.store.KeyTakenException;
import dev.lockstile.auth.store.StoredUser;
import dev.lockstile.auth.throttle.RateLimit;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Registers. Refused: input that makes no sense, and a password against the policy. A taken identifier is not refused:
 * the answer and the hashing are the same, and its owner gets a notice, at most one an hour. The new account owns
 * nothing until its address is proven, so a stranger's address can be neither blocked nor captured. A veto of the host
 * rolls all back behind the same answer: said aloud, it would tell which addresses are taken. An address of
 * a user who is still to be imported is taken: else a stranger could open an account on it before the import.
 */
final class RegisterFlow {

    private static final Logger LOG = LoggerFactory.getLogger(RegisterFlow.class);
    private static final int TRIES = 3;

    private final FlowContext context;
    private final RegistrationCheck check;
    private final PendingRegistrations registrations;
    private final RegistrationWrite write;
    private final RegistrationSecrets secrets;
    private final ConfirmationChallenges challenges;

    RegisterFlow(FlowContext context, Confirmations confirmations) {
        this.context = context;
        this.check = new RegistrationCheck(context);
        this.registrations = new PendingRegistrations(context);
        this.write = new RegistrationWrite(context, confirmations, registrations);
        this.secrets = new RegistrationSecrets(context);
        this.challenges = new ConfirmationChallenges(context);
    }

    /** @throws ConnectionHeldException inside a transaction that holds a connection: it would be held while hashing */
    Outcome<Registration.Accepted> run(Registration registration, NewAccountCallback hostWork) {
        if (context.store().holdsConnection()) {
            throw new ConnectionHeldException();
        }
        Checked checked = check.check(registration);
        if (!checked.problems().isEmpty()) {
            return Outcome.invalid(checked.problems());
        }
        Instant now = context.now();
        Optional<String> challenge = humanCheck(registration.client(), checked.main(), now);
        if (challenge.isPresent()) {
            return Outcome.humanCheck(challenge.get());
        }
        RequestLimiter.Outcome outcome = permits(registration.client(), checked.main(), now);
        if (outcome.retryAt() != null) {
            return Outcome.refused(Refusal.THROTTLED, outcome.retryAt());
        }
        if (!outcome.permitted()) {
            return decoy(checked.main()); // the last link still works
        }
        List<FieldProblem> breach = check.breach(registration);
        if (!breach.isEmpty()) {
            return Outcome.invalid(breach);
        }
        try {
            return register(registration, checked, hostWork);
        } catch (HashingBusyException e) {
            return Outcome.refused(Refusal.BUSY, context.now().plusSeconds(1));
        } catch (VetoException e) {
            context.events().tell(e.refused(context.now(), Operation.REGISTRATION, null, null));
            return decoy(checked.main());
        }
    }

    /** Only the network's limit is told: the identifier's would be used up by strangers (CWE-645). */
    private RequestLimiter.Outcome permits(Registration.RegistrationClient client, Identifier main, Instant now) {
        PermitRequest permits =
                PermitRequest.of(RateLimit.REGISTER_IP, client.address(), RateLimit.REGISTER_IDENTITY, main.key());
        return context.limiters().requests().allOrNetwork(permits, Optional::empty, now);
    }

    private Optional<String> humanCheck(Registration.RegistrationClient client, Identifier main, Instant now) {
        Channel channel = main.kind() == IdentifierKind.PHONE ? Channel.SMS : Channel.EMAIL;
        HumanChecks.Step step =
                new HumanChecks.Step(Operation.REGISTRATION, channel, client.address(), client.evidence());
        return context.limiters().humans().wanted(step, Optional::empty, now);
    }

    private Outcome<Registration.Accepted> accepted(Identifier main, Secret secret) {
        return Outcome.done(new Registration.Accepted(secret, challenges.issue(main, context.now())));
    }

    private Outcome<Registration.Accepted> decoy(Identifier main) {
        return accepted(main, secrets.issueDecoy(main));
    }

    /** Anew when another client registered the same address between the look and the write. */
    private Outcome<Registration.Accepted> register(
            Registration registration, Checked checked, NewAccountCallback hostWork) {
        Once maySend = new Once();
        for (int i = 0; i < TRIES; i++) {
            try {
                Optional<Secret> secret = attempt(registration, checked, hostWork, maySend);
                if (secret.isPresent()) {
                    return accepted(checked.main(), secret.get());
                }
            } catch (KeyTakenException e) {
                if (hostWork.wasCalled()) {
                    throw e; // a key of the host's own rows
                }
                LOG.debug("an address was registered at the same moment", e);
            }
        }
        // so many at once: theirs is the registration, and its message is on its way
        return decoy(checked.main());
    }

    /** @return the secret of the registration, which fits whatever waits for its proof with this very password */
    private Optional<Secret> attempt(
            Registration registration, Checked requested, NewAccountCallback hostWork, Once maySend) {
        Checked checked = requested.without(name -> context.accounts().isReserved(name, false));
        Instant now = context.now();
        Identifier main = checked.main();
        Optional<StoredUser> waiting = context.store().read(tx -> registrations.current(tx, main, now));
        Secret seen = waiting.map(StoredUser::passwordHash).orElse(null);
        PasswordHasher hasher = context.passwords().hasher();
        boolean repeated = hasher.check(seen == null ? null : seen.reveal(), registration.password())
                .matches();
        Secret hash = Secret.of(hasher.hash(registration.password()));
        boolean there = context.accounts().isReserved(main);
        boolean leaves = maySend.ask(() -> context.limiters().sends().admits(main, SendLimiter.Asker.STRANGER, now));
        RegistrationClient client = registration.client();
        RequestOrigin origin =
                context.sender().placed(RequestOrigin.of(client.address(), client.evidence(), null), client.language());
        Confirmations.Sending sending = new Confirmations.Sending(client.language(), leaves, now, origin);
        Prepared prepared = new Prepared(hash, seen, repeated, there, sending, hostWork);
        boolean done = context.store().join(tx -> write.run(tx, registration, checked, prepared));
        Secret set = repeated && seen != null ? seen : hash;
        return done ? Optional.of(secrets.issue(main, set)) : Optional.empty();
    }

    /** A question that spends of the budgets: the tries of one registration ask it once. */
    private static final class Once {

        private @Nullable Boolean answer;

        boolean ask(BooleanSupplier question) {
            if (answer == null) {
                answer = question.getAsBoolean();
            }
            return answer;
        }
    }
}
