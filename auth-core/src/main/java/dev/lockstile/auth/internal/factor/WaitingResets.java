package dev.lockstile.auth.internal.factor;

import dev.lockstile.auth.internal.crypto.Digests;
import dev.lockstile.auth.internal.flow.FactorRevocation;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.model.AuthChallenge;
import dev.lockstile.auth.model.UserId;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.store.AuthTx;
import dev.lockstile.auth.store.StoredUser;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Resets of factors that wait for the host's time. One that waits is a challenge of the account that cannot be
 * answered, so that whatever ends the account's challenges calls it off. Called with the user's row held: there is one
 * at a time.
 */
final class WaitingResets {

    private static final Duration WINDOW = Duration.ofDays(7);
    private static final int SECRET_BYTES = 32;

    private final FlowContext context;
    private final Duration wait;
    private final FactorChanges changes;
    private final FactorNotices notices;

    WaitingResets(FlowContext context, Duration wait) {
        this.context = context;
        this.wait = wait;
        this.changes = new FactorChanges(context);
        this.notices = new FactorNotices(context);
    }

    /**
     * True when the factors may be taken away now, or there are none. Asks for it where that was not done, and tells
     * the owner.
     */
    boolean isDue(AuthTx tx, StoredUser user, ResetReason why, Instant now) {
        if (wait.isZero() || !user.hasSecondFactor()) {
            return true;
        }
        UserInfo owner = user.info();
        Optional<AuthChallenge> asked = asked(tx, owner.id(), now);
        if (asked.isEmpty()) {
            ask(tx, owner, why, now);
            return false;
        }
        return !now.isBefore(due(asked.get()))
                && tx.factors().challenges().use(asked.get().digest(), now);
    }

    /** When one that waits may be done; null where none waits. */
    @Nullable
    Instant due(AuthTx tx, UserId user, Instant now) {
        return wait.isZero()
                ? null
                : asked(tx, user, now).map(WaitingResets::due).orElse(null);
    }

    private static Optional<AuthChallenge> asked(AuthTx tx, UserId user, Instant now) {
        return tx.factors().challenges().open(user, AuthChallenge.Kind.FACTOR_RESET, now);
    }

    private static Instant due(AuthChallenge asked) {
        return asked.use().validUntil().minus(WINDOW);
    }

    private void ask(AuthTx tx, UserInfo owner, ResetReason why, Instant now) {
        Instant due = now.plus(wait);
        String nobodyKnows = context.randomness().text(SECRET_BYTES);
        tx.factors()
                .challenges()
                .insert(
                        new AuthChallenge(
                                Digests.sha256(nobodyKnows.getBytes(StandardCharsets.US_ASCII)),
                                AuthChallenge.Kind.FACTOR_RESET,
                                new AuthChallenge.Binding(owner.id(), null, null, null),
                                null,
                                null,
                                new AuthChallenge.Use(0, 1, due.plus(WINDOW), null)),
                        now);
        notices.resetAsked(tx, owner, due, now);
        changes.tell(tx, why.event("reset asked for", owner.id(), now));
    }

    /** @return false when none waits */
    boolean cancel(AuthTx tx, UserInfo owner, ResetReason why, Instant now) {
        return FactorRevocation.callOffReset(context, tx, why.event("reset called off", owner.id(), now));
    }
}
