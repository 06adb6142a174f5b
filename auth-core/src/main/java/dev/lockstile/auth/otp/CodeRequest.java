package dev.lockstile.auth.otp;

import dev.lockstile.auth.model.Channel;
import dev.lockstile.auth.token.ClientEvidence;
import org.jspecify.annotations.Nullable;

/**
 * A request for a code.
 *
 * @param identifier e-mail address or phone number; exactly one (mixing the two is how accounts are taken over)
 * @param channel how to send it: must fit the identifier
 * @param address the client's address as the host knows it
 * @param language BCP 47 tag of the client, for people who have not told theirs; null takes the service's
 * @param evidence what the client shows beside the request
 */
public record CodeRequest(
        CodeIdentifier identifier,
        Channel channel,
        @Nullable String address,
        @Nullable String language,
        ClientEvidence evidence) {

    /**
     * A request by a client that shows nothing of itself.
     *
     * @param identifier e-mail address or phone number; exactly one (mixing the two is how accounts are taken over)
     * @param channel how to send it: must fit the identifier
     * @param address the client's address as the host knows it
     * @param language BCP 47 tag of the client, for people who have not told theirs; null takes the service's
     */
    public CodeRequest(
            CodeIdentifier identifier, Channel channel, @Nullable String address, @Nullable String language) {
        this(identifier, channel, address, language, ClientEvidence.NONE);
    }

    /**
     * A request in no language of its own.
     *
     * @param identifier e-mail address or phone number; exactly one (mixing the two is how accounts are taken over)
     * @param channel how to send it: must fit the identifier
     * @param address the client's address as the host knows it
     */
    public CodeRequest(CodeIdentifier identifier, Channel channel, @Nullable String address) {
        this(identifier, channel, address, null);
    }
}
