package dev.lockstile.auth.social.oidc;

import org.jspecify.annotations.Nullable;

/** Which {@code iss} a provider's documents and tokens have. */
interface IssuerRule {

    /** Where its discovery document lies under, without {@code /.well-known/openid-configuration}. */
    String discovery();

    /** The {@code issuer} of that document. */
    String announced();

    /** The issuer of a token, as accounts are keyed by it; null when it is not this provider's. */
    @Nullable
    String issuerOf(Json claims);

    /** True where each tenant is an issuer of its own. */
    default boolean hasMany() {
        return false;
    }

    /** True where it takes a request for claims although its discovery document does not say so. */
    default boolean takesClaims() {
        return GoogleIssuer.GOOGLE.equals(announced());
    }

    /** True for the {@code iss} of its events, and of the subjects that these name. */
    default boolean isEventIssuer(@Nullable String issuer) {
        return announced().equals(issuer) || GoogleIssuer.isGoogleEvent(announced(), issuer);
    }

    /** True when a key that is for one issuer alone may verify a token of that issuer. */
    boolean isKeyFor(@Nullable String keyIssuer, Json claims);

    /** One issuer, character by character. */
    static IssuerRule exactly(String issuer) {
        return new ExactIssuer(issuer);
    }

    /** The rule of OpenID Connect Discovery 1.0, 4.3. */
    record ExactIssuer(String discovery) implements IssuerRule {

        @Override
        public String announced() {
            return discovery;
        }

        @Override
        public @Nullable String issuerOf(Json claims) {
            return discovery.equals(claims.text("iss")) ? discovery : null;
        }

        @Override
        public boolean isKeyFor(@Nullable String keyIssuer, Json claims) {
            return keyIssuer == null || discovery.equals(keyIssuer);
        }
    }
}
