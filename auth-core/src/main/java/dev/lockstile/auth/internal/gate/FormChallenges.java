package dev.lockstile.auth.internal.gate;

import dev.lockstile.auth.internal.crypto.Digests;
import dev.lockstile.auth.internal.flow.FlowContext;
import dev.lockstile.auth.model.AuthChallenge;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.store.AuthTx;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Names the challenge of a form by the form itself, so that the same form sent twice begins one wait for a second
 * factor.
 */
public final class FormChallenges {

    /** Within which a form that is sent again gets the answer of the first one. */
    public static final Duration REPEATED_WITHIN = Duration.ofSeconds(10);

    private static final int SECRET_BYTES = 32;

    private final FlowContext context;
    private final Digests.Use digests;

    FormChallenges(FlowContext context) {
        this.context = context;
        this.digests = context.digests().use("challenge-of-form");
    }

    /** The challenge that the form began moments ago, while nothing was shown in it. */
    Optional<AuthChallenge> begun(AuthTx tx, Secret form, Instant now) {
        return tx.factors().challenges().isMapped()
                ? tx.factors()
                        .challenges()
                        .byDigest(digest(id(form)))
                        .filter(challenge ->
                                challenge.isOpen(now) && challenge.use().attempts() == 0)
                        .filter(challenge -> isFresh(challenge, now))
                : Optional.empty();
    }

    private static boolean isFresh(AuthChallenge challenge, Instant now) {
        Instant begun = challenge.use().validUntil().minus(WaitingSignIns.TTL);
        return now.isBefore(begun.plus(REPEATED_WITHIN));
    }

    /** Of the form while it has named no challenge, else random. */
    Secret newId(AuthTx tx, @Nullable Secret form) {
        if (form != null && tx.factors().challenges().byDigest(digest(id(form))).isEmpty()) {
            return id(form);
        }
        return Secret.of(context.randomness().text(SECRET_BYTES));
    }

    Secret id(Secret form) {
        return Secret.of(digests.of(form.reveal()));
    }

    static String digest(Secret id) {
        return Digests.sha256(id.utf8());
    }
}
