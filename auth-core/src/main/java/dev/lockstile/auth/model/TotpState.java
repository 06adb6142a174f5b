package dev.lockstile.auth.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An authenticator application as stored.
 *
 * @param enrolmentId random and unique; the encryption of the secret binds it
 * @param sealedSecret the shared secret, encrypted
 * @param lastStep the time step of the last accepted code, -1 before the first; it never decreases (RFC 6238, 5.2)
 * @param sessionRef id of the session, or digest of the sign-in's challenge, in which the enrolment began
 * @param attempts the number of attempts spent on the confirmation
 * @param validUntil when an unconfirmed enrolment expires
 * @param confirmedAt when the owner entered a first code; null before that, while the application is not yet a second
 *     factor
 */
public record TotpState(
        String enrolmentId,
        String sealedSecret,
        long lastStep,
        String sessionRef,
        int attempts,
        Instant validUntil,
        @Nullable Instant confirmedAt) {

    /**
     * Creates an unconfirmed enrolment.
     *
     * @param enrolmentId random and unique; the encryption of the secret binds it
     * @param sealedSecret the shared secret, encrypted
     * @param sessionRef id of the session, or digest of the sign-in's challenge, in which the enrolment began
     * @param validUntil when the enrolment expires
     */
    public TotpState(String enrolmentId, String sealedSecret, String sessionRef, Instant validUntil) {
        this(enrolmentId, sealedSecret, -1, sessionRef, 0, validUntil, null);
    }

    @Override
    public String toString() {
        return "TotpState[" + (confirmedAt == null ? "pending" : "on") + "]";
    }
}
