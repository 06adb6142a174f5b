package dev.lockstile.auth.token;

import dev.lockstile.auth.model.SessionId;
import dev.lockstile.auth.model.UserId;

/** What a caller authenticated a request with. */
public sealed interface Credential {

    /** The access token of a session. */
    Credential SESSION = new OfSession();

    /** The access token of a session. */
    record OfSession() implements Credential {}

    /**
     * An API key, which has no session; the library's own services refuse it.
     *
     * @param id the public id of the key
     */
    record OfApiKey(String id) implements Credential {}

    /**
     * The access token by which a member of staff acts on behalf of the account, with the claim {@code act} (RFC 8693
     * 4.1).
     *
     * @param user the member of staff; the caller's user is the account
     * @param session in which the member of staff started to act
     */
    record OfActor(UserId user, SessionId session) implements Credential {}
}
