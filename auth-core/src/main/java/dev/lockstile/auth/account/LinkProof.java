package dev.lockstile.auth.account;

import dev.lockstile.auth.secret.Secret;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a link.
 *
 * @param uid the user, from the link
 * @param token the link's secret
 * @param address the client's IP address as determined by the host; null where it is not known, which applies a
 *     stricter shared limit
 */
public record LinkProof(String uid, Secret token, @Nullable String address) {

    /**
     * Creates a proof from a client whose address is not known.
     *
     * @param uid the user, from the link
     * @param token the link's secret
     */
    public LinkProof(String uid, Secret token) {
        this(uid, token, null);
    }
}
