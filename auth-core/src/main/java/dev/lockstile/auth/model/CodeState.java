package dev.lockstile.auth.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A one-time code or link as stored.
 *
 * @param binding challenge, purpose, channel, recipient and user that the code is bound to
 * @param digest keyed digest of the code
 * @param attempts the number of attempts spent
 * @param maxAttempts the number of attempts that the code allows in all
 * @param times times of sending, expiry, use and end
 */
public record CodeState(Binding binding, String digest, int attempts, int maxAttempts, Times times) {

    @Override
    public String toString() {
        return "CodeState[" + binding.purpose() + ", " + attempts + "/" + maxAttempts + "]";
    }

    /**
     * The purposes of codes and links. A code for one purpose is not accepted for another (ASVS 6.6.2, RFC 8725 3.12).
     *
     * @param text the stored name, at most 30 characters
     */
    public record CodePurpose(String text) {
        /** Signs the recipient in. */
        public static final CodePurpose LOGIN = new CodePurpose("LOGIN");

        /** Proves the e-mail address of a registration. */
        public static final CodePurpose CONFIRM_EMAIL = new CodePurpose("CONFIRM_EMAIL");

        /** Allows a new password to be set. */
        public static final CodePurpose RESET_PASSWORD = new CodePurpose("RESET_PASSWORD");

        /** Proves a new e-mail address or phone number of an existing account. */
        public static final CodePurpose CONFIRM_CHANGE = new CodePurpose("CONFIRM_CHANGE");

        /** Authenticates the user of a session again before a sensitive step. */
        public static final CodePurpose STEP_UP = new CodePurpose("STEP_UP");

        /** Signs in the browser that requested it, by the link of a message or the code beside it. */
        public static final CodePurpose LOGIN_LINK = new CodePurpose("LOGIN_LINK");

        /** Reports, from a security notice, that the owner of the account did not make the sign-in or change. */
        public static final CodePurpose SIGN_IN_NOTICE = new CodePurpose("SIGN_IN_NOTICE");

        /** Lets an invited user set the first password of an account that was opened for the user. */
        public static final CodePurpose INVITATION = new CodePurpose("INVITATION");

        private static final String HOST_PREFIX = "own:";

        /**
         * {@return a purpose that the host defines; it differs from all purposes of the library}
         *
         * @param name the name that the host has declared
         */
        public static CodePurpose ofHost(String name) {
            return new CodePurpose(HOST_PREFIX + name);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /**
     * Where a code is valid: for this challenge, purpose, channel and recipient only (ASVS 6.6.2).
     *
     * @param challengeId public id of the code, which a client sends together with the code
     * @param purpose the purpose that the code serves
     * @param channel the channel by which the code was sent
     * @param recipientKey key of the canonical identifier that the code was sent to
     * @param user the user that the code was made for; null when no account owned the identifier
     */
    public record Binding(
            String challengeId,
            CodePurpose purpose,
            Channel channel,
            String recipientKey,
            @Nullable UserId user) {}

    /**
     * The times of a code.
     *
     * @param sentAt when the code was sent
     * @param validUntil when the code expires
     * @param usedAt when the code was used; null while it is unused
     * @param endedAt when a newer code or a change of the account ended the code; null when it was not ended
     */
    public record Times(
            Instant sentAt,
            Instant validUntil,
            @Nullable Instant usedAt,
            @Nullable Instant endedAt) {}
}
