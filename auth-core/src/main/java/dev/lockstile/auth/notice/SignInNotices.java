package dev.lockstile.auth.notice;

import dev.lockstile.auth.account.LinkProof;
import dev.lockstile.auth.outcome.Outcome;
import java.util.List;

/**
 * Closes an account to another person who signed in to it, by the link of a notice. A notice goes to the proven e-mail
 * address of an account when it is signed in to by a client and from a network that its owner had not used in the last
 * 30 days; not for a client that shows its trusted-device token, and not for the first sign-in after a registration.
 * Notices of a new password, address, number or user name, second factor, recovery codes, linked site, API key and of
 * saved data have such a link too, by text message where an account has no proven address.
 */
public interface SignInNotices {

    /** {@return whether the host tells owners of sign-ins} */
    boolean isServed();

    /**
     * {@return whether a link would close the account now} Changes nothing, so that a page may ask when it is opened.
     *
     * @param proof of the link
     */
    boolean isLive(LinkProof proof);

    /**
     * Says that the owner did not sign in. Ends all sessions and API keys, codes under way and the trust in browsers,
     * takes the password away, and removes passkeys, authenticator applications, linked sites and recovery codes that
     * were added since the first notice to that receiver whose link is live: they may be the other person's. An e-mail
     * address or phone number that was changed since then is the former one again, unless another account has proven
     * that one; the one taken away is told. A link for a new password goes to the proven address, else to the number.
     * One transaction; a link works once, for 7 days; that of a sign-in until a newer notice of one. Of several changes
     * of the address or number within 7 days, the one before the first takes the account back.
     *
     * @param proof of the link
     * @return what was removed; {@code INVALID_LINK}
     */
    Outcome<Closed> disown(LinkProof proof);

    /**
     * An account that was closed.
     *
     * @param passwordEnded whether there was a password, so that a new one is set
     * @param added since the notice, and removed
     */
    record Closed(boolean passwordEnded, List<Added> added) {

        /**
         * Copies the list.
         *
         * @param passwordEnded whether there was a password, so that a new one is set
         * @param added since the notice, and removed
         */
        public Closed {
            added = List.copyOf(added);
        }
    }

    /**
     * What was added.
     *
     * @param what kind of thing
     * @param name by which its owner knows it
     */
    record Added(What what, String name) {

        /** A kind of thing that signs in or speaks for the account. */
        public enum What {
            /** A passkey, with its name. */
            PASSKEY,
            /** An authenticator application. */
            TOTP,
            /** An account at another site, with the name of the site. */
            SOCIAL_ACCOUNT,
            /** An e-mail address, shortened, in whose place the account has the former one again. */
            EMAIL,
            /** A phone number, shortened, likewise; without one where the account had none or changed it before. */
            PHONE
        }
    }
}
