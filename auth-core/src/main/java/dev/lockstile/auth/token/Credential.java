package dev.lockstile.auth.token;

/** By what a caller is known. */
public sealed interface Credential {

    /** The access token of a session. */
    Credential SESSION = new OfSession();

    /** The access token of a session. */
    record OfSession() implements Credential {}

    /**
     * An API key: no session stands behind it, so that no service of the library serves it.
     *
     * @param id its public name
     */
    record OfApiKey(String id) implements Credential {}
}
