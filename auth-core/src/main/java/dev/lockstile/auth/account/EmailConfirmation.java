package dev.lockstile.auth.account;

import dev.lockstile.auth.secret.Secret;
import org.jspecify.annotations.Nullable;

/**
 * The proof of a registration's e-mail address, and what shows that the same person registered.
 *
 * <p>The link alone proves the address. The password that was set at the registration stays only where {@code
 * registration} or {@code password} shows that the confirming client also registered; else it is taken away together
 * with all that was set before the proof, since a stranger may have registered the address and be waiting for its
 * owner to confirm it (Sudhodanan and Paverd, arXiv 2205.10174).
 *
 * @param link from the message
 * @param registration the secret of {@link Registration.Accepted}, kept by the client that registered; null for none.
 *     One of another registration counts as none
 * @param password the password of the registration, typed once more on another device; null for none
 */
public record EmailConfirmation(
        LinkProof link,
        @Nullable Secret registration,
        @Nullable Secret password) {

    /**
     * Confirms by the link alone: the password of the registration goes.
     *
     * @param link from the message
     * @return a confirmation without a proof of who registered
     */
    public static EmailConfirmation of(LinkProof link) {
        return new EmailConfirmation(link, null, null);
    }

    /**
     * The same, shown by the client that registered.
     *
     * @param secret that of {@link Registration.Accepted}; null for none
     * @return the same with the secret of the registration, which the client that registered has kept
     */
    public EmailConfirmation withRegistration(@Nullable Secret secret) {
        return new EmailConfirmation(link, secret, password);
    }

    /**
     * {@return a copy with the password that was chosen at the registration}
     *
     * @param typed as the person typed it once more; null for none
     */
    public EmailConfirmation withPassword(@Nullable Secret typed) {
        return new EmailConfirmation(link, registration, typed);
    }

    /**
     * The proof of a registration's e-mail address by the code of eight digits beside the link. It does what
     * {@link EmailConfirmation} does, where the person cannot open the link in the client that registered.
     *
     * @param challengeId what that client got with {@link Registration.Accepted} or {@link Registrations#resendConfirmation}
     * @param code as it stands in the newest message
     * @param address the client's IP address as determined by the host; null shares a stricter limit
     * @param shown what shows that the same person registered
     */
    public record ByCode(
            String challengeId, Secret code, @Nullable String address, Registrant shown) {

        /**
         * By the code alone: the password of the registration goes.
         *
         * @param challengeId as the client got it with the registration or the resend
         * @param code as it stands in the newest message
         * @return a confirmation without the client's address and without a proof of who registered
         */
        public static ByCode of(String challengeId, Secret code) {
            return new ByCode(challengeId, code, null, new Registrant(null, null));
        }

        /**
         * The same, shown by the client that registered.
         *
         * @param secret that of {@link Registration.Accepted}; null for none
         * @return the same with the secret of the registration, which the client that registered has kept
         */
        public ByCode withRegistration(@Nullable Secret secret) {
            return new ByCode(challengeId, code, address, new Registrant(secret, shown.password()));
        }

        @Override
        public String toString() {
            return "ByCode[hidden]";
        }

        /**
         * What shows that the confirming client also registered.
         *
         * @param registration the secret of {@link Registration.Accepted}; null for none
         * @param password the password of the registration, typed once more; null for none
         */
        public record Registrant(
                @Nullable Secret registration, @Nullable Secret password) {}
    }

    /**
     * An address that is proven.
     *
     * @param setPassword for {@link PasswordChanges#confirmReset}, as a reset link is, where the password of the
     *     registration was taken away; works once and as long as a reset link. Null where the password stays
     */
    public record Proven(@Nullable LinkProof setPassword) {

        /** Proven, and the password of the registration stays. */
        public Proven() {
            this(null);
        }
    }
}
