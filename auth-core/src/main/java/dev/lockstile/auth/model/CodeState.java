package dev.lockstile.auth.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A code as stored.
 *
 * @param binding what the code is good for
 * @param digest keyed digest of the code, never the code
 * @param attempts attempts that were spent so far
 * @param maxAttempts attempts it has in all
 * @param times when it was sent, and when it is over
 */
public record CodeState(Binding binding, String digest, int attempts, int maxAttempts, Times times) {

    @Override
    public String toString() {
        return "CodeState[" + binding.purpose() + ", " + attempts + "/" + maxAttempts + "]";
    }

    /**
     * The purposes of codes and links. One of one purpose is not accepted for another (ASVS 6.6.2, RFC 8725 3.12).
     *
     * @param text as the store keeps it, 30 characters at most
     */
    public record CodePurpose(String text) {
        /** Signs in. */
        public static final CodePurpose LOGIN = new CodePurpose("LOGIN");

        /** Proves the e-mail address of a registration. */
        public static final CodePurpose CONFIRM_EMAIL = new CodePurpose("CONFIRM_EMAIL");

        /** Allows a new password to be set. */
        public static final CodePurpose RESET_PASSWORD = new CodePurpose("RESET_PASSWORD");

        /** Proves the new e-mail address or phone number of a change. */
        public static final CodePurpose CONFIRM_CHANGE = new CodePurpose("CONFIRM_CHANGE");

        /** Proves presence before a sensitive step. */
        public static final CodePurpose STEP_UP = new CodePurpose("STEP_UP");

        /** Signs in the browser that requested it, by the link of a message or the code beside it. */
        public static final CodePurpose LOGIN_LINK = new CodePurpose("LOGIN_LINK");

        /** Says that another person signed in to the account. */
        public static final CodePurpose SIGN_IN_NOTICE = new CodePurpose("SIGN_IN_NOTICE");

        /** Lets an invited person set the first password of the account that was opened for them. */
        public static final CodePurpose INVITATION = new CodePurpose("INVITATION");

        private static final String OF_HOST = "own:";

        /**
         * {@return a purpose of the host's own, which equals none of the library's}
         *
         * @param name as the host declared it
         */
        public static CodePurpose ofHost(String name) {
            return new CodePurpose(OF_HOST + name);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /**
     * What a code is good for: this challenge, this purpose, this channel, exactly this recipient (ASVS 6.6.2).
     *
     * @param challengeId public name of the code, which a client sends with it
     * @param purpose what it is good for
     * @param channel how it was sent
     * @param recipientKey key of the canonical identifier the code was sent to
     * @param user the user it was made for; null when no account owned the identifier
     */
    public record Binding(
            String challengeId,
            CodePurpose purpose,
            Channel channel,
            String recipientKey,
            @Nullable UserId user) {}

    /**
     * The times in a code's life.
     *
     * @param sentAt when it was sent
     * @param validUntil when the code expires
     * @param usedAt when it was used; null while it was not
     * @param endedAt when a newer code or an event on the account ended it
     */
    public record Times(
            Instant sentAt,
            Instant validUntil,
            @Nullable Instant usedAt,
            @Nullable Instant endedAt) {}
}
