package dev.lockstile.auth.social;

import dev.lockstile.auth.secret.Secret;
import org.jspecify.annotations.Nullable;

/** A proof to be verified with a provider. */
public sealed interface SocialProof {

    /** {@return the nonce of the transaction; null only where the host allows ID tokens without one} */
    @Nullable
    String nonce();

    /**
     * {@return a copy with the nonce of a transaction}
     *
     * @param other null for none
     */
    SocialProof withNonce(@Nullable String other);

    /**
     * An ID token that a native client obtained.
     *
     * @param token signed by the provider
     * @param nonce of the transaction; null only where the host allows ID tokens without one
     */
    record IdToken(Secret token, @Nullable String nonce) implements SocialProof {

        @Override
        public SocialProof withNonce(@Nullable String other) {
            return new IdToken(token, other);
        }

        @Override
        public String toString() {
            return "IdToken[***]";
        }
    }

    /**
     * An authorization code that was not redeemed yet.
     *
     * @param code from the provider
     * @param redirectUri the redirect URI of the code
     * @param verifier of the code challenge (RFC 7636)
     * @param clientId the client id for which the code was issued; null for the provider's first one
     * @param nonce of the transaction; null only where the host allows ID tokens without one
     * @param issuer the callback's {@code iss}; null where it had none. {@link SocialProvider#isCallbackFrom}
     *     checks it
     */
    record Code(
            Secret code,
            String redirectUri,
            Secret verifier,
            @Nullable String clientId,
            @Nullable String nonce,
            @Nullable String issuer)
            implements SocialProof {

        @Override
        public SocialProof withNonce(@Nullable String other) {
            return new Code(code, redirectUri, verifier, clientId, other, issuer);
        }

        @Override
        public String toString() {
            return "Code[***]";
        }
    }

    /**
     * An access token of a provider that issues no ID tokens; accepted only if it was issued to this application's
     * client.
     *
     * @param token from the provider
     * @param nonce of the transaction; null only where the host allows ID tokens without one
     */
    record AccessToken(Secret token, @Nullable String nonce) implements SocialProof {

        @Override
        public SocialProof withNonce(@Nullable String other) {
            return new AccessToken(token, other);
        }

        @Override
        public String toString() {
            return "AccessToken[***]";
        }
    }
}
