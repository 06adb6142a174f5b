package dev.lockstile.auth.social.oidc;

import dev.lockstile.auth.social.SocialProvider;
import java.util.List;

/**
 * The providers that sign-in may be left to. None of them calls the network before the first sign-in. All are safe for use
 * by many threads; keep one of each.
 */
public final class SocialProviders {

    private static final List<String> SCOPES = List.of("openid", "email", "profile");

    private SocialProviders() {}

    /**
     * Any OpenID provider with a discovery document.
     *
     * @param name as in {@link SocialProvider#name()}
     * @param issuer to the letter as the provider names itself
     * @throws IllegalArgumentException for an issuer that is not https, or a client that lacks something
     */
    public static SocialProvider openId(String name, String issuer, OAuthClient client) {
        String checked = Endpoints.requireIssuer(issuer, client.addressRule());
        return new OpenIdProvider(
                name,
                client,
                new OpenIdProvider.Dialect(
                        IssuerRule.exactly(checked), EmailRule::standard, id -> client.secretOrNull(), SCOPES, null));
    }
}
