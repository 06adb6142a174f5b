package dev.lockstile.auth.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An authenticator application of an account, as stored.
 *
 * @param enrolmentId unique and random; the secret is sealed for this id
 * @param sealedSecret the shared secret, encrypted
 * @param lastStep the time step of the last code that was accepted; it only rises (RFC 6238, 5.2)
 * @param sessionRef the session, or the challenge, in which the enrolment began
 * @param attempts codes tried at the confirmation
 * @param validUntil when an unconfirmed enrolment is over
 * @param confirmedAt null while it is not a factor yet
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
     * One that is not confirmed.
     *
     * @param enrolmentId unique and random; the secret is sealed for this id
     * @param sealedSecret the shared secret, encrypted
     * @param sessionRef the session, or the challenge, in which the enrolment began
     * @param validUntil when an unconfirmed enrolment is over
     */
    public TotpState(String enrolmentId, String sealedSecret, String sessionRef, Instant validUntil) {
        this(enrolmentId, sealedSecret, -1, sessionRef, 0, validUntil, null);
    }

    @Override
    public String toString() {
        return "TotpState[" + (confirmedAt == null ? "pending" : "on") + "]";
    }
}
