package dev.lockstile.auth.account;

import dev.lockstile.auth.secret.Secret;
import org.jspecify.annotations.Nullable;

/**
 * The verification of a registration's e-mail address, with evidence that the same person registered.
 *
 * <p>The link alone verifies the address. The password of the registration is kept only if {@code registration} or
 * {@code password} shows that the confirming client also registered. Otherwise it is removed with all other data set
 * before the verification, since an attacker may have registered the address and be waiting for its owner to confirm it
 * (pre-hijacking: Sudhodanan and Paverd, arXiv 2205.10174).
 *
 * @param link from the message
 * @param registration the secret of {@link Registration.Accepted}, kept by the client that registered; null for
 *     none. That of another registration counts as none
 * @param password the password of the registration, typed once more on another device; null for none
 */
public record EmailConfirmation(
        LinkProof link,
        @Nullable Secret registration,
        @Nullable Secret password) {

    /**
     * Creates a confirmation by the link only, which removes the password of the registration.
     *
     * @param link from the message
     * @return a confirmation without evidence of who registered
     */
    public static EmailConfirmation of(LinkProof link) {
        return new EmailConfirmation(link, null, null);
    }

    /**
     * Adds the secret of the client that registered.
     *
     * @param secret the secret of {@link Registration.Accepted}; null for none
     * @return a copy with the secret
     */
    public EmailConfirmation withRegistration(@Nullable Secret secret) {
        return new EmailConfirmation(link, secret, password);
    }

    /**
     * {@return a copy with the password that was chosen at the registration}
     *
     * @param typed as the person typed it again; null for none
     */
    public EmailConfirmation withPassword(@Nullable Secret typed) {
        return new EmailConfirmation(link, registration, typed);
    }

    /**
     * The verification of a registration's e-mail address by the code of eight digits beside the link. It has the
     * effect of {@link EmailConfirmation}, for a person who cannot open the link in the client that registered.
     *
     * @param challengeId from {@link Registration.Accepted} or {@link Registrations#resendConfirmation}
     * @param code from the newest message
     * @param address the client's IP address as determined by the host; null where it is not known, which applies a
     *     stricter shared limit
     * @param shown evidence that the same person registered
     */
    public record ByCode(
            String challengeId, Secret code, @Nullable String address, Registrant shown) {

        /**
         * Creates a confirmation by the code only, which removes the password of the registration.
         *
         * @param challengeId from the registration or the resend
         * @param code from the newest message
         * @return a confirmation without the client's address and without evidence of who registered
         */
        public static ByCode of(String challengeId, Secret code) {
            return new ByCode(challengeId, code, null, new Registrant(null, null));
        }

        /**
         * Adds the secret of the client that registered.
         *
         * @param secret the secret of {@link Registration.Accepted}; null for none
         * @return a copy with the secret
         */
        public ByCode withRegistration(@Nullable Secret secret) {
            return new ByCode(challengeId, code, address, new Registrant(secret, shown.password()));
        }

        @Override
        public String toString() {
            return "ByCode[hidden]";
        }

        /**
         * Evidence that the confirming client also registered.
         *
         * @param registration the secret of {@link Registration.Accepted}; null for none
         * @param password the password of the registration, typed again; null for none
         */
        public record Registrant(
                @Nullable Secret registration, @Nullable Secret password) {}
    }

    /**
     * A verified address.
     *
     * @param setPassword a proof for {@link PasswordChanges#confirmReset}, valid once and as long as a reset link,
     *     where the password of the registration was removed; null where it was kept
     */
    public record Proven(@Nullable LinkProof setPassword) {

        /** Creates a result for a registration whose password was kept. */
        public Proven() {
            this(null);
        }
    }
}
