package dev.lockstile.auth.account;

import dev.lockstile.auth.secret.Secret;
import org.jspecify.annotations.Nullable;

/**
 * What a link carries.
 *
 * @param uid names the user, as it stands in the link
 * @param token the link's secret
 * @param address of the client that shows it, as the host knows it; null shares a stricter limit
 */
public record LinkProof(String uid, Secret token, @Nullable String address) {

    /**
     * Shown by a client whose address is not known.
     *
     * @param uid names the user, as it stands in the link
     * @param token the link's secret
     */
    public LinkProof(String uid, Secret token) {
        this(uid, token, null);
    }
}
