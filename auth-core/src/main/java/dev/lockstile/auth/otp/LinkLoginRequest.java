package dev.lockstile.auth.otp;

import dev.lockstile.auth.token.ClientEvidence;
import org.jspecify.annotations.Nullable;

/**
 * A request for a link to sign in with.
 *
 * @param email the address of an account
 * @param heldRequestId the request that this client made before, if it still holds one: it goes on to work where the address has
 *     had all messages of the hour
 * @param address the client's address as the host knows it
 * @param language BCP 47 tag of the client, for people who have not told theirs; null takes the service's
 * @param evidence what the client shows beside the request
 */
public record LinkLoginRequest(
        String email,
        @Nullable String heldRequestId,
        @Nullable String address,
        @Nullable String language,
        ClientEvidence evidence) {

    /**
     * A first request by a client that shows nothing of itself.
     *
     * @param email the address of an account
     * @param address the client's address as the host knows it
     */
    public LinkLoginRequest(String email, @Nullable String address) {
        this(email, null, address, null, ClientEvidence.NONE);
    }

    @Override
    public String toString() {
        return "LinkLoginRequest[" + address + "]";
    }
}
