package dev.lockstile.auth.internal.throttle;

import dev.lockstile.auth.model.UserId;

/**
 * An attempt at a password or a code that asks to be admitted.
 *
 * @param subject what failures are counted by
 * @param recognition what is known of the client; asked only when it matters
 */
public record AttemptRequest(Proof proof, String subject, PermitRequest permits, ClientRecognition recognition) {

    /** What a user's attempts are counted by: one budget, whatever the spelling and the identifier. */
    public static String subject(UserId user) {
        return "user:" + user;
    }

    /** A password that is compared with another account's as well, by permits that were taken for the first. */
    public static AttemptRequest beside(UserId user, ClientRecognition recognition) {
        return new AttemptRequest(Proof.PASSWORD, subject(user), PermitRequest.NONE, recognition);
    }

    /** What the client shows. */
    public enum Proof {
        PASSWORD,
        CODE
    }
}
