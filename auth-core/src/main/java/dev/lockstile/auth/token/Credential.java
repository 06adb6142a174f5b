package dev.lockstile.auth.token;

import dev.lockstile.auth.model.SessionId;
import dev.lockstile.auth.model.UserId;

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

    /**
     * The access token by which staff act for the account, the claim {@code act} (RFC 8693 4.1).
     *
     * @param user who acts; the caller's user is the account that is acted for
     * @param session in which that user began to act
     */
    record OfActor(UserId user, SessionId session) implements Credential {}
}
