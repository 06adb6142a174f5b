package dev.lockstile.auth.social.oidc;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Google's issuer, which its tokens may also write without the scheme; accounts are keyed by the one with it. */
record GoogleIssuer(String discovery) implements IssuerRule {

    static final String GOOGLE = "https://accounts.google.com";

    private static final String SCHEME = "https://";

    @Override
    public String announced() {
        return discovery;
    }

    @Override
    public @Nullable String issuerOf(Json claims) {
        String issuer = claims.text("iss");
        boolean own = discovery.equals(issuer) || discovery.equals(SCHEME + issuer);
        return own ? discovery : null;
    }

    @Override
    public boolean isKeyFor(@Nullable String keyIssuer, Json claims) {
        return keyIssuer == null || discovery.equals(keyIssuer);
    }

    @Override
    public boolean takesClaims() {
        return true;
    }

    @Override
    public boolean isEventIssuer(@Nullable String issuer) {
        return discovery.equals(issuer) || (discovery + "/").equals(issuer);
    }

    /** Google's events write its issuer with a slash at the end (Cross-Account Protection). */
    static boolean isGoogleEvent(String announced, @Nullable String issuer) {
        return announced.equals(GOOGLE) && (GOOGLE + "/").equals(issuer);
    }

    /**
     * Google gives out the addresses of Gmail and of the domains that it runs ({@code hd}); any other it has checked
     * once, and its owner may be another person by now (developers.google.com/identity/openid-connect,
     * "email_verified").
     */
    static boolean isEmailVerified(Json claims) {
        String email = String.valueOf(claims.text("email")).toLowerCase(Locale.ROOT);
        boolean own = email.endsWith("@gmail.com") || email.endsWith("@googlemail.com");
        return claims.isTrue("email_verified") && (own || claims.text("hd", 255) != null);
    }
}
