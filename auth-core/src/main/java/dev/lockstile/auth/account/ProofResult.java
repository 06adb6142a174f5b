package dev.lockstile.auth.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How the proof of an identifier ended. */
public sealed interface ProofResult {

    /**
     * The address is proven.
     *
     * @param setPassword for {@link PasswordService#confirmReset}, as a reset link is, where the password of the
     *     registration was taken away; works once and as long as a reset link. Null where the password stays
     */
    record Proven(@Nullable LinkProof setPassword) implements ProofResult {

        /** Proven, and the password of the registration stays. */
        public Proven() {
            this(null);
        }
    }

    /**
     * The link is good, the password is not that of the registration, or was tried too often; the link stays as it is.
     */
    record WrongPassword() implements ProofResult {}

    /**
     * Too many tries by this client; nothing was looked at.
     *
     * @param retryAt when this client may try again
     */
    record Throttled(Instant retryAt) implements ProofResult {}

    /**
     * The machine is busy hashing; the link stays as it is.
     *
     * @param retryAt one second from now
     */
    record TryLater(Instant retryAt) implements ProofResult {}

    /** The text is no code: it holds letters, or another count of digits; no attempt was spent. */
    record MalformedCode() implements ProofResult {}

    /** Wrong, used, replaced or expired: one answer for all. */
    record InvalidLink() implements ProofResult {}
}
