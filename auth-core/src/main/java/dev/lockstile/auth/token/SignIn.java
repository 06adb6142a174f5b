package dev.lockstile.auth.token;

import dev.lockstile.auth.model.ProfileInfo;
import dev.lockstile.auth.model.UserInfo;
import dev.lockstile.auth.secret.Secret;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person who is in.
 *
 * @param user the account
 * @param profiles the user's own, oldest first
 * @param active the one in which the user acts
 * @param tokens of the new session
 * @param deviceRegistered true when a device row was linked
 * @param trustedDevice to be kept by the client, across sign-outs too, and shown at the next sign-in
 *     ({@link ClientEvidence}). Bound to this account; it signs no account in. Worth nothing after 30 days without
 *     use, a change or reset of the password by another client, and a sign-out everywhere. Null after a profile switch
 *     by an access token alone, so that a stolen one becomes no trusted device
 * @param extras what this way of signing in gave besides
 */
public record SignIn(
        UserInfo user,
        List<ProfileInfo> profiles,
        ProfileInfo active,
        TokenPair tokens,
        boolean deviceRegistered,
        @Nullable Secret trustedDevice,
        Extras extras) {

    /** Copies the list. */
    public SignIn {
        profiles = List.copyOf(profiles);
    }

    /** A sign-in without extras. */
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
     * {@return the same sign-in with these extras}
     *
     * @param extras what the way of signing in gave besides
     */
    public SignIn withExtras(Extras extras) {
        return new SignIn(user, profiles, active, tokens, deviceRegistered, trustedDevice, extras);
    }

    /**
     * What a way of signing in gives besides the session.
     *
     * @param trustedBrowser to be kept by the browser and shown at the next sign-in; null where none was asked for
     * @param recoveryCodes to be shown to the account's owner, once; empty but after an enrolment
     * @param account the account at another site by which the client signed in; null for every other way
     */
    public record Extras(
            @Nullable Secret trustedBrowser,
            List<Secret> recoveryCodes,
            @Nullable ProviderAccount account) {

        /** None of them. */
        public static final Extras NONE = new Extras(null, List.of(), null);

        /** Copies the list. */
        public Extras {
            recoveryCodes = List.copyOf(recoveryCodes);
        }
    }

    /**
     * An account at another site by which a client signed in.
     *
     * @param provider the name the host gave the provider
     * @param id the public name of the link, as the list of linked accounts gives it
     * @param userCreated true when this sign-in opened the account here
     * @param linkedExisting true when this sign-in linked the account to an account that was here
     */
    public record ProviderAccount(String provider, String id, boolean userCreated, boolean linkedExisting) {}
}
