package dev.lockstile.auth.notice;

import dev.lockstile.auth.account.LinkProof;
import dev.lockstile.auth.outcome.Outcome;
import java.util.List;

/**
 * Lets an owner take an account back from another person who signed in, by the link of a notice. A notice is sent to
 * the account's verified e-mail address after a sign-in by a client and from a network that the owner had not used in
 * the last 30 days; not for a client with a trusted-device token, and not for the first sign-in after a registration.
 * Notices of a new password, address, number or user name, second factor, recovery codes, linked site, API key and of a
 * data export have such a link too, by text message where the account has no verified address.
 */
public interface SignInNotices {

    /** {@return whether the host sends notices of sign-ins} */
    boolean isServed();

    /**
     * {@return whether a link is valid now} Reads only, so that a page may call it when it is opened.
     *
     * @param proof of the link
     */
    boolean isLive(LinkProof proof);

    /**
     * Reports that the owner did not sign in. In one transaction it revokes all sessions, API keys, live codes and
     * trusted browsers, removes the password, and removes passkeys, authenticator applications, linked sites and
     * recovery codes that were added since the first notice to that recipient with a valid link, since they may be the
     * other person's. An e-mail address or phone number that was changed since then is set back to the former one,
     * unless another account has verified that one; the removed one receives a notice. A link for a new password is
     * sent to the verified address, or else to the number. A link is valid once and for 7 days; that of a sign-in until
     * a newer such notice. After several changes of the address or number within 7 days, the owner of the one before
     * the first change takes the account back.
     *
     * @param proof of the link
     * @return what was removed, or {@code INVALID_LINK}
     */
    Outcome<Closed> disown(LinkProof proof);

    /**
     * An account that its owner has taken back.
     *
     * @param passwordEnded whether a password was removed, so that a new one has to be set
     * @param added credentials that were added since the notice and are removed now
     */
    record Closed(boolean passwordEnded, List<Added> added) {

        /**
         * Copies the list.
         *
         * @param passwordEnded whether a password was removed, so that a new one has to be set
         * @param added credentials that were added since the notice and are removed now
         */
        public Closed {
            added = List.copyOf(added);
        }
    }

    /**
     * A credential or identifier that was added.
     *
     * @param what its kind
     * @param name its name, as shown to the owner
     */
    record Added(What what, String name) {

        /** The kinds of credentials and identifiers. */
        public enum What {
            /** A passkey, with its name. */
            PASSKEY,
            /** An authenticator application. */
            TOTP,
            /** An account at another site, with the name of the site. */
            SOCIAL_ACCOUNT,
            /** An e-mail address, shortened, which was replaced by the former one. */
            EMAIL,
            /**
             * A phone number, shortened, which was replaced by the former one, or removed where the account had none or
             * changed it before.
             */
            PHONE
        }
    }
}
