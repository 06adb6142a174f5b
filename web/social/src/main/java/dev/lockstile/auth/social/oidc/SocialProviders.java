package dev.lockstile.auth.social.oidc;

import dev.lockstile.auth.social.SocialEvent;
import dev.lockstile.auth.social.SocialProvider;
import java.util.List;
import java.util.Set;

/**
 * The providers that sign-in may be left to. None of them calls the network before the first sign-in. All are safe for
 * use by many threads; keep one of each.
 */
public final class SocialProviders {

    private static final String APPLE = "https://appleid.apple.com";
    private static final Set<SocialEvent.Delivery> PUSHED = Set.of(SocialEvent.Delivery.SECURITY_EVENT);
    private static final Set<SocialEvent.Delivery> NOTIFIED = Set.of(SocialEvent.Delivery.NOTIFICATION);
    private static final List<String> SCOPES = List.of("openid", "email", "profile");

    private SocialProviders() {}

    /**
     * {@return any OpenID provider with a discovery document}
     *
     * @param name as in {@link SocialProvider#name()}
     * @param issuer to the letter as the provider names itself
     * @param client as it is registered at the provider
     * @throws IllegalArgumentException for an issuer that is not https, or a client that lacks something
     */
    public static SocialProvider openId(String name, String issuer, OAuthClient client) {
        String checked = Endpoints.requireIssuer(issuer, client.addressRule());
        return openId(name, client, IssuerRule.exactly(checked), EmailRule::standard, sentBy(checked));
    }

    /**
     * Google. Its word proves the addresses that it gives out itself, those of Gmail and of Workspace domains; others
     * count as unverified.
     *
     * @param client as it is registered at the provider
     * @return the provider {@code google}
     */
    public static SocialProvider google(OAuthClient client) {
        return google(client, GoogleIssuer.GOOGLE);
    }

    static SocialProvider google(OAuthClient client, String issuer) {
        return openId("google", client, new GoogleIssuer(issuer), GoogleIssuer::isEmailVerified, PUSHED);
    }

    /**
     * Microsoft Entra ID and personal accounts. An address counts as verified only by the optional claim
     * {@code xms_edov}, since tenants write any address into {@code email}.
     *
     * @param tenant the id of a tenant, {@code organizations}, {@code consumers} or {@code common}
     * @param client as it is registered at the provider
     * @return the provider {@code microsoft}
     */
    public static SocialProvider microsoft(String tenant, OAuthClient client) {
        return microsoft(tenant, client, "https://login.microsoftonline.com");
    }

    static SocialProvider microsoft(String tenant, OAuthClient client, String site) {
        return openId(
                "microsoft", client, new MicrosoftIssuer(site, tenant), MicrosoftIssuer::isEmailVerified, Set.of());
    }

    /**
     * Sign in with Apple. Its callback is a form that is posted; its addresses may be relays ({@code privaterelay})
     * that reach the person while they allow it.
     *
     * @param client without a secret: the key signs one for each client id
     * @param key signs the secret of each call of the token endpoint
     * @return the provider {@code apple}
     */
    public static SocialProvider apple(OAuthClient client, AppleKey key) {
        return apple(client, key, APPLE);
    }

    static SocialProvider apple(OAuthClient client, AppleKey key, String issuer) {
        return new OpenIdProvider(
                "apple",
                client,
                new OpenIdProvider.Dialect(
                        IssuerRule.exactly(issuer),
                        EmailRule::standard,
                        new AppleSecrets(key, issuer, client.clock()),
                        NOTIFIED,
                        List.of("openid", "email", "name"),
                        "form_post"));
    }

    /**
     * Facebook. Tokens are checked to be issued to our app; addresses count as unverified.
     *
     * @param client as it is registered at the provider
     * @return the provider {@code facebook}
     * @throws IllegalArgumentException without the app's secret, by which tokens are checked
     */
    public static SocialProvider facebook(OAuthClient client) {
        return facebook(client, "https://www.facebook.com", "https://graph.facebook.com");
    }

    static SocialProvider facebook(OAuthClient client, String web, String graph) {
        return new FacebookProvider("facebook", client, FacebookProvider.site(web, graph));
    }

    /**
     * GitHub. Tokens are checked to be issued to our app; the address is the primary one.
     *
     * @param client as it is registered at the provider
     * @return the provider {@code github}
     * @throws IllegalArgumentException without the app's secret, by which tokens are checked
     */
    public static SocialProvider gitHub(OAuthClient client) {
        return gitHub(client, "https://github.com", "https://api.github.com");
    }

    static SocialProvider gitHub(OAuthClient client, String web, String api) {
        return new GitHubProvider("github", client, GitHubProvider.site(web, api));
    }

    /** What is known of providers that are not named by a method of their own. */
    private static Set<SocialEvent.Delivery> sentBy(String issuer) {
        return switch (issuer) {
            case APPLE -> NOTIFIED;
            case GoogleIssuer.GOOGLE -> PUSHED;
            default -> Set.of(SocialEvent.Delivery.SECURITY_EVENT, SocialEvent.Delivery.LOGOUT);
        };
    }

    private static SocialProvider openId(
            String name, OAuthClient client, IssuerRule issuers, EmailRule emails, Set<SocialEvent.Delivery> events) {
        return new OpenIdProvider(
                name,
                client,
                new OpenIdProvider.Dialect(issuers, emails, id -> client.secretOrNull(), events, SCOPES, null));
    }
}
