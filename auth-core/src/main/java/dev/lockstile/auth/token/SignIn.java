package dev.lockstile.auth.token;

import dev.lockstile.auth.model.ProfileInfo;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.secret.Secret;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A completed sign-in.
 *
 * @param user the account
 * @param profiles the user's profiles, oldest first
 * @param active the active profile
 * @param tokens of the new session
 * @param deviceRegistered true when the session was linked to a stored device
 * @param trustedDevice token of the trusted device, which the client keeps across sign-outs and presents at its
 *     next sign-in ({@link ClientEvidence}). It is bound to this account and does not sign in. It expires after 30 days
 *     without use, and is revoked by a change or reset of the password by another client and by a sign-out everywhere.
 *     Null after a profile switch with an access token only, so that a stolen access token does not yield one
 * @param extras further results of this sign-in method
 */
public record SignIn(
        UserInfo user,
        List<ProfileInfo> profiles,
        ProfileInfo active,
        TokenPair tokens,
        boolean deviceRegistered,
        @Nullable Secret trustedDevice,
        Extras extras) {

    /**
     * Copies the list.
     *
     * @param user the account
     * @param profiles the user's profiles, oldest first
     * @param active the active profile
     * @param tokens of the new session
     * @param deviceRegistered true when the session was linked to a stored device
     * @param trustedDevice token of the trusted device; null where none is given
     * @param extras further results of this sign-in method
     */
    public SignIn {
        profiles = List.copyOf(profiles);
    }

    /**
     * Creates a sign-in without extras.
     *
     * @param user the account
     * @param profiles the user's profiles, oldest first
     * @param active the active profile
     * @param tokens of the new session
     * @param deviceRegistered true when the session was linked to a stored device
     * @param trustedDevice token of the trusted device; null where none is given
     */
    public SignIn(
            UserInfo user,
            List<ProfileInfo> profiles,
            ProfileInfo active,
            TokenPair tokens,
            boolean deviceRegistered,
            @Nullable Secret trustedDevice) {
        this(user, profiles, active, tokens, deviceRegistered, trustedDevice, Extras.NONE);
    }

    /**
     * {@return a copy with these extras}
     *
     * @param extras further results of the sign-in method
     */
    public SignIn withExtras(Extras extras) {
        return new SignIn(user, profiles, active, tokens, deviceRegistered, trustedDevice, extras);
    }

    /**
     * Further results of a sign-in method.
     *
     * @param trustedBrowser token of a trusted browser, which the browser keeps and presents at its next sign-in;
     *     null unless requested
     * @param recoveryCodes new recovery codes, to be shown to the owner once; empty except after an enrolment
     * @param account the account at another site that was used to sign in; null for other methods
     */
    public record Extras(
            @Nullable Secret trustedBrowser,
            List<Secret> recoveryCodes,
            @Nullable ProviderAccount account) {

        /** No extras. */
        public static final Extras NONE = new Extras(null, List.of(), null);

        /**
         * Copies the list.
         *
         * @param trustedBrowser token of a trusted browser; null unless requested
         * @param recoveryCodes new recovery codes; empty except after an enrolment
         * @param account the account at another site that was used to sign in; null for other methods
         */
        public Extras {
            recoveryCodes = List.copyOf(recoveryCodes);
        }
    }

    /**
     * An account at another site that was used to sign in.
     *
     * @param provider the host's name of the provider
     * @param id the public id of the link, as in the list of linked accounts
     * @param userCreated true when this sign-in opened the user's account
     * @param linkedExisting true when this sign-in linked the account at the other site to an existing account
     */
    public record ProviderAccount(String provider, String id, boolean userCreated, boolean linkedExisting) {}
}
