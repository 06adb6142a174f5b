package dev.lockstile.auth.social.oidc;

import dev.lockstile.auth.social.SocialUnavailableException;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What discovery told of a provider (OpenID Connect Discovery 1.0, 3).
 *
 * @param postsSecret true where the token endpoint takes the secret in the body only
 * @param announcesIssuer true where callbacks carry {@code iss} (RFC 9207)
 * @param takesClaims true where a request may name the claims it wants (OpenID Connect Core 1.0, 5.5)
 */
record ProviderMetadata(
        URI authorization,
        URI token,
        URI keys,
        @Nullable URI userInfo,
        boolean postsSecret,
        boolean announcesIssuer,
        boolean takesClaims) {

    /** Reads it; refuses a document of another issuer, or one with an address that is not https (RFC 8414 3.3). */
    static ProviderMetadata read(Json document, String issuer, AddressRule rule) throws SocialUnavailableException {
        if (!issuer.equals(document.text("issuer"))) {
            throw new SocialUnavailableException("the discovery document names another issuer than " + issuer);
        }
        List<String> methods = document.texts("token_endpoint_auth_methods_supported");
        return new ProviderMetadata(
                endpoint(document, "authorization_endpoint", rule),
                endpoint(document, "token_endpoint", rule),
                endpoint(document, "jwks_uri", rule),
                document.has("userinfo_endpoint") ? endpoint(document, "userinfo_endpoint", rule) : null,
                methods.contains("client_secret_post") && !methods.contains("client_secret_basic"),
                document.isTrue("authorization_response_iss_parameter_supported"),
                document.isTrue("claims_parameter_supported"));
    }

    private static URI endpoint(Json document, String name, AddressRule rule) throws SocialUnavailableException {
        URI uri = Endpoints.parse(document.text(name));
        if (uri == null || !Endpoints.isUsable(uri, rule)) {
            throw new SocialUnavailableException("the discovery document has no https address as " + name);
        }
        return uri;
    }
}
