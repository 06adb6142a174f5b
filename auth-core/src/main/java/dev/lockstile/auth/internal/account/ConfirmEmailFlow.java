package dev.lockstile.auth.internal.account;

import dev.lockstile.auth.account.EmailConfirmation;
import dev.lockstile.auth.account.EmailConfirmation.ByCode.Registrant;
import dev.lockstile.auth.account.LinkProof;
import dev.lockstile.auth.event.AuthEvent;
import dev.lockstile.auth.internal.flow.AttemptRefund;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.internal.otp.CodeIssuer;
import dev.lockstile.auth.internal.otp.RequestedUsername;
import dev.lockstile.auth.internal.throttle.PermitRequest;
import dev.lockstile.auth.model.CodeState.CodePurpose;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.password.HashingBusyException;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.CodeStore.StoredCode;
import dev.lockstile.auth.store.KeyTakenException;
import dev.lockstile.auth.store.StoredUser;
import dev.lockstile.auth.throttle.RateLimit;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Proves the address of a registration, by the link of the message or the code beside it. Who also shows the secret or
 * the password of that registration keeps what was set there, and takes the user name asked for if it is still free. Of
 * any other client's registration nothing stays but the account, and the answer holds what sets a password: the link
 * alone says who reads the mail, not who registered.
 *
 * <p>Refused with one answer: a link that is wrong, used, replaced or expired, and one whose address another account
 * has proven meanwhile, or that a user who is still to be imported has. Whether the account is active does not change.
 */
final class ConfirmEmailFlow {

    private static final Outcome<EmailConfirmation.Proven> REFUSED = Outcome.refused(Refusal.INVALID_LINK);
    private final FlowContext context;
    private final LinkCodes links;
    private final RegistrationSecrets secrets;
    private final RegistrationReset erasure;
    private final ConfirmationChallenges challenges;
    private final ConfirmationCodeTries tries;

    ConfirmEmailFlow(FlowContext context, LinkCodes links) {
        this.context = context;
        this.links = links;
        this.secrets = new RegistrationSecrets(context);
        this.erasure = new RegistrationReset(context, links);
        this.challenges = new ConfirmationChallenges(context);
        this.tries = new ConfirmationCodeTries(context.limiters());
    }

    Outcome<EmailConfirmation.Proven> run(EmailConfirmation confirmation) {
        Instant now = context.now();
        LinkProof link = confirmation.link();
        Optional<Outcome<EmailConfirmation.Proven>> throttled = throttled(link.address(), now);
        return throttled.isPresent()
                ? throttled.get()
                : run(
                        tx -> links.find(tx, CodePurpose.CONFIRM_EMAIL, link, now),
                        new Registrant(confirmation.registration(), confirmation.password()),
                        now);
    }

    /** Looks for the registration that the link proves, and changes nothing. */
    Optional<String> recipientOf(LinkProof link) {
        Instant now = context.now();
        return context.store()
                .read(tx -> find(tx, any -> links.find(any, CodePurpose.CONFIRM_EMAIL, link, now)))
                .map(waiting -> waiting.email().value());
    }

    /**
     * By the code beside the link; counted before it is compared, apart from the passwords that are tried with a link.
     */
    Outcome<EmailConfirmation.Proven> run(EmailConfirmation.ByCode confirmation) {
        Instant now = context.now();
        Optional<Outcome<EmailConfirmation.Proven>> throttled = throttled(confirmation.address(), now);
        if (throttled.isPresent()) {
            return throttled.get();
        }
        Optional<Secret> typed = CodeIssuer.typedBesideLink(confirmation.code());
        if (typed.isEmpty()) {
            return Outcome.refused(Refusal.MALFORMED_CODE);
        }
        Optional<String> key = challenges.open(confirmation.challengeId(), now);
        return key.isEmpty() ? REFUSED : run(key.get(), confirmation, typed.get(), now);
    }

    /**
     * Where nothing waits at the address the same is counted and read: a try does not reveal whether the address is
     * taken.
     */
    private Outcome<EmailConfirmation.Proven> run(
            String address, EmailConfirmation.ByCode confirmation, Secret typed, Instant now) {
        Optional<String> aim = context.store()
                .read(tx -> links.confirmationOf(tx, address, now))
                .map(WaitingRegistration::challenge);
        if (!tries.take(aim.orElse(address), confirmation, () -> isRegistrant(address, confirmation, now), now)) {
            return REFUSED;
        }
        return run(
                tx -> links.confirmationOf(tx, address, now)
                        .filter(link -> WaitingRegistration.challenge(link).equals(aim.orElse(null)))
                        .filter(link -> links.matchesDigits(link, typed)),
                confirmation.shown(),
                now);
    }

    private boolean isRegistrant(String address, EmailConfirmation.ByCode confirmation, Instant now) {
        Secret shown = confirmation.shown().registration();
        return shown != null
                && context.store()
                        .read(tx -> find(tx, any -> links.confirmationOf(any, address, now)))
                        .filter(waiting -> secrets.fits(
                                shown, waiting.email(), waiting.user().passwordHash()))
                        .isPresent();
    }

    private Optional<Outcome<EmailConfirmation.Proven>> throttled(@Nullable String address, Instant now) {
        return context.limiters()
                .requests()
                .refusal(PermitRequest.of(RateLimit.EMAIL_CONFIRMATION_IP, address), now)
                .map(retryAt -> Outcome.refused(Refusal.THROTTLED, retryAt));
    }

    private Outcome<EmailConfirmation.Proven> run(
            Function<AuthTx, Optional<StoredCode>> shown, Registrant registrant, Instant now) {
        Optional<WaitingRegistration> waiting = context.store().read(tx -> find(tx, shown));
        if (waiting.isEmpty() || context.accounts().isReserved(waiting.get().email(), false)) {
            return REFUSED;
        }
        try {
            return confirm(shown, registrant, waiting.get(), now);
        } catch (HashingBusyException e) {
            return Outcome.refused(Refusal.BUSY, context.now().plusSeconds(1));
        } catch (KeyTakenException e) {
            return REFUSED; // another account has proven this address or taken this user name at this very moment
        }
    }

    private Outcome<EmailConfirmation.Proven> confirm(
            Function<AuthTx, Optional<StoredCode>> shown,
            Registrant registrant,
            WaitingRegistration waiting,
            Instant now) {
        Secret typed = registrant.password();
        Secret hash = waiting.user().passwordHash();
        boolean same = secrets.fits(registrant.registration(), waiting.email(), hash);
        if (same || typed == null) {
            return prove(shown, same ? hash : null, now);
        }
        // counted before the comparison: who reads the mail may be a stranger to whom it was sent by mistake
        if (!context.store().single(tx -> tx.codes().spendAttempt(waiting.challenge(), now))) {
            return REFUSED; // out of attempts: the link is over, whatever the password is
        }
        try {
            return AttemptRefund.onFailure(
                    () -> isPassword(waiting, typed)
                            ? prove(shown, hash, now)
                            : Outcome.refused(Refusal.WRONG_PASSWORD),
                    () -> giveBack(waiting, now));
        } catch (HashingBusyException e) {
            if (!e.wasLookedAt()) {
                giveBack(waiting, now);
            }
            throw e;
        }
    }

    private Outcome<EmailConfirmation.Proven> prove(
            Function<AuthTx, Optional<StoredCode>> shown, @Nullable Secret kept, Instant now) {
        Optional<Proven> proven = context.store().alone(tx -> prove(tx, shown, kept, now));
        proven.ifPresent(done -> context.events()
                .tell(new AuthEvent.IdentifierProven(now, done.user(), "email", done.setPassword() != null)));
        return proven.<Outcome<EmailConfirmation.Proven>>map(
                        done -> Outcome.done(new EmailConfirmation.Proven(done.setPassword())))
                .orElse(REFUSED);
    }

    private void giveBack(WaitingRegistration waiting, Instant now) {
        String challenge = waiting.challenge();
        context.store().<Boolean>single(tx -> tx.codes().returnAttempt(challenge, now));
    }

    private boolean isPassword(WaitingRegistration waiting, Secret typed) {
        Secret hash = waiting.user().passwordHash();
        return context.passwords()
                .hasher()
                .check(hash == null ? null : hash.reveal(), typed)
                .matches();
    }

    private Optional<WaitingRegistration> find(AuthTx tx, Function<AuthTx, Optional<StoredCode>> shown) {
        return WaitingRegistration.of(tx, context.identifiers(), shown.apply(tx));
    }

    /** @param kept the password hash that stays, if it still is the account's; null when none does */
    private Optional<Proven> prove(
            AuthTx tx, Function<AuthTx, Optional<StoredCode>> shown, @Nullable Secret kept, Instant now) {
        Optional<UserId> held = find(tx, shown)
                .map(waiting -> waiting.user().info().id())
                .filter(id -> tx.users().lock(id, now));
        Optional<WaitingRegistration> found = held.flatMap(id -> find(tx, shown));
        if (found.isEmpty() || !tx.codes().use(found.get().challenge(), now)) {
            return Optional.empty();
        }
        WaitingRegistration waiting = found.get();
        StoredUser user = waiting.user();
        tx.users().claim(user.info().id(), waiting.email(), now);
        tx.codes().endAllTo(waiting.email().key(), now);
        if (kept == null || !Objects.equals(kept, user.passwordHash())) {
            return Optional.of(new Proven(user.info().id(), erasure.run(tx, user, waiting.email(), now)));
        }
        RequestedUsername.grant(tx, context.identifiers(), user.info(), now);
        return Optional.of(new Proven(user.info().id(), null));
    }

    /** @param setPassword null when the password stays */
    private record Proven(UserId user, @Nullable LinkProof setPassword) {}
}
