package dev.lockstile.auth.social.oidc;

/** When a provider's word proves an address. */
@FunctionalInterface
interface EmailRule {

    boolean isVerified(Json claims);

    /** {@code email_verified} as OpenID Connect Core 5.1 has it: {@code true}; Apple writes {@code "true"}. */
    static boolean standard(Json claims) {
        return claims.isTrue("email_verified");
    }
}
