package dev.lockstile.auth.passkey.internal.ceremony;

/**
 * What a ceremony asks for beyond a signature.
 *
 * @param userVerification a PIN, a fingerprint or a face
 * @param userHandle that the authenticator names its user: without it no account is found by a passkey alone
 */
public record AssertionNeeds(boolean userVerification, boolean userHandle) {

    /** A passkey alone, in place of a name and a password. */
    public static final AssertionNeeds SIGN_IN = new AssertionNeeds(true, true);

    /** A passkey after another factor, or in a session: whose it must be is known. */
    public static final AssertionNeeds SECOND_FACTOR = new AssertionNeeds(false, false);
}
