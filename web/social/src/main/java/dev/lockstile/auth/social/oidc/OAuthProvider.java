package dev.lockstile.auth.social.oidc;

import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.social.SocialPerson;
import dev.lockstile.auth.social.SocialProof;
import dev.lockstile.auth.social.SocialProvider.AuthorizationRequest;
import dev.lockstile.auth.social.SocialUnavailableException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A provider of OAuth without ID tokens. An access token is no proof of anything by itself: an application that has one
 * of another app could show it here, so the provider is asked first whether it issued that token to our client (F7).
 */
abstract class OAuthProvider extends RegisteredClient {

    private final Site site;
    private final Secret secret;
    private final ProviderHttp http;
    private final TokenEndpoint tokenEndpoint;

    /**
     * Where a provider lies.
     *
     * @param issuer what accounts are keyed by
     * @param callbackIssuer the {@code iss} of its callbacks, should they have one
     * @param api without a slash at the end
     */
    record Site(String issuer, String callbackIssuer, URI authorization, URI token, String api, String scope) {}

    /** @throws IllegalArgumentException without a secret, or with more than one client id: nothing could be checked */
    OAuthProvider(String name, OAuthClient client, Site site) {
        super(name, client);
        client.checkEvents(Set.of());
        Secret known = client.secretOrNull();
        if (known == null || client.ids().size() != 1) {
            throw new IllegalArgumentException(
                    name + " needs one client id and its secret, by which tokens are checked to be issued to it");
        }
        this.site = site;
        this.secret = known;
        this.http = new ProviderHttp(client.addressRule());
        this.tokenEndpoint = new TokenEndpoint(http, id -> known);
    }

    /** Whom the token was issued for, after the provider has said that it was issued to our client. */
    abstract SocialPerson person(String accessToken) throws RefusedProofException, SocialUnavailableException;

    @Override
    public URI authorizationUri(AuthorizationRequest request) throws SocialUnavailableException {
        requireOwn(request.redirectUri());
        Map<String, String> query = new LinkedHashMap<>();
        query.put("response_type", "code");
        query.put("client_id", clientId());
        query.put("redirect_uri", request.redirectUri());
        query.put("scope", site.scope());
        query.put("state", request.state());
        query.put("code_challenge", request.codeChallenge());
        query.put("code_challenge_method", "S256");
        return withQuery(site.authorization().toString(), query);
    }

    @Override
    public boolean isCallbackFrom(@Nullable String issuer) {
        return issuer == null || site.callbackIssuer().equals(issuer);
    }

    @Override
    public boolean tellsProofTimes() {
        return false;
    }

    @Override
    final SocialPerson prove(SocialProof proof) throws RefusedProofException, SocialUnavailableException {
        if (proof instanceof SocialProof.Code code) {
            String clientId = clientId(code);
            RefusedProofException.unless(isCallbackFrom(code.issuer()), "the code is of another issuer");
            String token =
                    tokenEndpoint.redeem(site.token(), true, code, clientId).text("access_token");
            if (token == null) {
                throw new SocialUnavailableException("the token endpoint answered without access token");
            }
            return person(token);
        }
        RefusedProofException.unless(proof instanceof SocialProof.AccessToken, "the provider issues no ID tokens");
        RefusedProofException.unless(proof.nonce() == null, "an access token carries no nonce");
        String token = ((SocialProof.AccessToken) proof).token().reveal();
        RefusedProofException.unless(token.matches("[\\x21-\\x7e]{1,2000}"), "the access token is none");
        return person(token);
    }

    final Site site() {
        return site;
    }

    final String clientId() {
        return client().ids().get(0);
    }

    final Secret secret() {
        return secret;
    }

    final ProviderHttp http() {
        return http;
    }

    static URI withQuery(String address, Map<String, String> query) {
        return URI.create(query.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", address + "?", "")));
    }
}
