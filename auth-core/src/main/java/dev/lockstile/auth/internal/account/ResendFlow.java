package dev.lockstile.auth.internal.account;

import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.internal.message.RequestOrigin;
import dev.lockstile.auth.internal.throttle.PermitRequest;
import dev.lockstile.auth.internal.throttle.RequestLimiter;
import dev.lockstile.auth.internal.throttle.SendLimiter;
import dev.lockstile.auth.model.FieldProblem;
import dev.lockstile.auth.model.Identifier;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.outcome.Outcome;
import dev.lockstile.auth.outcome.Refusal;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.KeyTakenException;
import dev.lockstile.auth.store.StoredUser;
import dev.lockstile.auth.throttle.RateLimit;
import dev.lockstile.auth.token.ClientEvidence;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sends a confirmation again to a registration that waits for one, past the cool-down; silent in every other case. */
final class ResendFlow {

    private final FlowContext context;
    private final Confirmations confirmations;
    private final PendingRegistrations waiting;
    private final ConfirmationChallenges challenges;

    ResendFlow(FlowContext context, Confirmations confirmations) {
        this.context = context;
        this.waiting = new PendingRegistrations(context);
        this.confirmations = confirmations;
        this.challenges = new ConfirmationChallenges(context);
    }

    Outcome<String> run(String text, @Nullable String address) {
        Instant now = context.now();
        Optional<Identifier> email = context.identifiers().email(text);
        if (email.isEmpty()) {
            return Outcome.invalid(List.of(FieldProblem.of("email", "invalid_email")));
        }
        PermitRequest permits = PermitRequest.of(
                RateLimit.EMAIL_CONFIRMATION_RESEND_IP,
                address,
                RateLimit.EMAIL_CONFIRMATION_RESEND_IDENTITY,
                email.get().key());
        RequestLimiter.Outcome outcome =
                context.limiters().requests().networkThenIdentifier(permits, Optional::empty, now);
        if (outcome.retryAt() != null) {
            return Outcome.refused(Refusal.THROTTLED, outcome.retryAt());
        }
        if (!outcome.permitted()) {
            return accepted(email.get(), now); // strangers may have asked; the last link still works
        }
        Optional<StoredUser> waits = context.store().read(tx -> waiting(tx, email.get()));
        SendLimiter.Asker asker = waits.isPresent() ? SendLimiter.Asker.STRANGER : SendLimiter.Asker.NOBODY;
        boolean may = context.limiters().sends().admits(email.get(), asker, now);
        RequestOrigin origin = RequestOrigin.of(address, ClientEvidence.NONE, null);
        Confirmations.Sending sending = new Confirmations.Sending(null, true, now, origin);
        try {
            return context.store().alone(tx -> resend(tx, email.get(), waits.filter(user -> may), sending));
        } catch (KeyTakenException e) {
            return accepted(email.get(), now); // another request is sending it at this very moment
        }
    }

    private Outcome<String> accepted(Identifier email, Instant now) {
        return Outcome.done(Objects.requireNonNull(challenges.issue(email, now)));
    }

    private Optional<StoredUser> waiting(AuthTx tx, Identifier email) {
        boolean free = isFree(tx, email);
        return waiting.any(tx, email).filter(user -> free);
    }

    private static boolean isFree(AuthTx tx, Identifier email) {
        return tx.users().byKey(email.kind(), email.key()).isEmpty();
    }

    private Outcome<String> resend(
            AuthTx tx, Identifier email, Optional<StoredUser> waits, Confirmations.Sending sending) {
        boolean free = isFree(tx, email); // looked at again: another account may have proven the address meanwhile
        boolean sent = waits.isPresent() && free && send(tx, waits.get().info(), sending);
        if (!sent) {
            confirmations.pretend(tx, sending);
        }
        return accepted(email, sending.now());
    }

    /** To the address as it was registered, not as it was typed now. */
    private boolean send(AuthTx tx, UserInfo user, Confirmations.Sending sending) {
        return waiting.address(user)
                .map(address -> confirmations.sendAgain(tx, user.id(), address, sending.in(user.language())))
                .orElse(false);
    }
}
