package dev.lockstile.auth.social;

import dev.lockstile.auth.secret.Secret;
import org.jspecify.annotations.Nullable;

/** What is to be verified with a provider. */
public sealed interface SocialProof {

    /** {@return the nonce of the transaction; null only where the host allows ID tokens without one} */
    @Nullable
    String nonce();

    /**
     * {@return a copy in a transaction of that nonce}
     *
     * @param other null for none
     */
    SocialProof withNonce(@Nullable String other);

    /**
     * An ID token that a native client got by itself.
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
     * An authorization code, not redeemed yet.
     *
     * @param code as the provider gave it
     * @param redirectUri to which the code was sent
     * @param verifier of the code challenge (RFC 7636)
     * @param clientId the client that the code was asked for by; null means the provider's first
     * @param nonce of the transaction; null only where the host allows ID tokens without one
     * @param issuer of the callback's {@code iss}, refused when it is another's; null where it had none, which
     *     {@link SocialProvider#isCallbackFrom} allows or not
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
     * An access token of a provider that issues no ID tokens; proven to be issued to our client before it is believed.
     *
     * @param token as the provider gave it
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
