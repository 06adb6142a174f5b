package dev.lockstile.auth.social;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a provider told of one of its accounts, verified whole.
 *
 * @param issuer as accounts are keyed by it
 * @param subject the account's id at the issuer; null where it is about no account that could be known here
 * @param tokenId unique with the issuer: {@code jti}
 * @param issuedAt of the token
 * @param type what happened
 */
public record SocialEvent(
        String issuer, @Nullable String subject, String tokenId, Instant issuedAt, SocialEventType type) {

    @Override
    public String toString() {
        return "SocialEvent[" + issuer + ", " + type + "]";
    }
}
