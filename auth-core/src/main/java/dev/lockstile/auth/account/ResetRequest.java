package dev.lockstile.auth.account;

import dev.lockstile.auth.model.IdentifierKind;
import dev.lockstile.auth.token.ClientEvidence;
import org.jspecify.annotations.Nullable;

/**
 * A forgotten password.
 *
 * @param kind e-mail or phone
 * @param text as the person typed it
 * @param address the client's address as the host knows it
 * @param language BCP 47 tag of the client, for people who have not told theirs; null takes the service's
 * @param evidence what the client shows beside the request
 */
public record ResetRequest(
        IdentifierKind kind,
        String text,
        @Nullable String address,
        @Nullable String language,
        ClientEvidence evidence) {

    /**
     * A request by a client that shows nothing of itself.
     *
     * @param kind e-mail or phone
     * @param text as the person typed it
     * @param address the client's address as the host knows it
     * @param language BCP 47 tag of the client, for people who have not told theirs; null takes the service's
     */
    public ResetRequest(IdentifierKind kind, String text, @Nullable String address, @Nullable String language) {
        this(kind, text, address, language, ClientEvidence.NONE);
    }

    /**
     * A request in no language of its own.
     *
     * @param kind e-mail or phone
     * @param text as the person typed it
     * @param address the client's address as the host knows it
     */
    public ResetRequest(IdentifierKind kind, String text, @Nullable String address) {
        this(kind, text, address, null);
    }

    @Override
    public String toString() {
        return "ResetRequest[" + kind + "]";
    }
}
