package dev.lockstile.auth.social.oidc;

import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.social.SocialProof;
import dev.lockstile.auth.social.SocialUnavailableException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Set;

/** Redeems authorization codes (RFC 6749 4.1.3) with their verifier (RFC 7636 4.5). */
final class TokenEndpoint {

    /** Answers that say something of the code; others say something of us or of the provider (RFC 6749 5.2). */
    private static final Set<String> OF_THE_CODE = Set.of("invalid_grant", "invalid_request", "bad_verification_code");

    private final ProviderHttp http;
    private final ClientSecrets secrets;

    TokenEndpoint(ProviderHttp http, ClientSecrets secrets) {
        this.http = http;
        this.secrets = secrets;
    }

    /** The answer with the tokens. */
    Json redeem(URI endpoint, boolean post, SocialProof.Code code, String clientId)
            throws RefusedProofException, SocialUnavailableException {
        HTTPRequest request = request(endpoint, post, code, clientId).toHTTPRequest();
        ProviderHttp.Reply reply = http.send(endpoint, builder -> content(builder, request));
        Json answer = Json.answer(reply.body());
        String error = answer.text("error");
        boolean ofTheCode = error != null && OF_THE_CODE.contains(error) || isFacebooksOfTheCode(answer);
        RefusedProofException.unless(!ofTheCode, "the provider refuses the code");
        if (reply.status() != 200 || error != null) {
            throw new SocialUnavailableException("the token endpoint answered " + reply.status()
                    + (error != null && error.matches("[a-z_]{1,40}") ? " " + error : ""));
        }
        return answer;
    }

    /** Facebook's errors are objects; 100 is a parameter that is wrong, used or too old. */
    private static boolean isFacebooksOfTheCode(Json answer) {
        return Long.valueOf(100).equals(answer.object("error").members().get("code"));
    }

    private static HttpRequest.Builder content(HttpRequest.Builder builder, HTTPRequest request) {
        if (request.getAuthorization() != null) {
            builder.header("Authorization", request.getAuthorization());
        }
        return builder.header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(request.getBody()));
    }

    private TokenRequest request(URI endpoint, boolean post, SocialProof.Code code, String clientId)
            throws RefusedProofException {
        ClientID client = new ClientID(clientId);
        Secret secret = secrets.of(clientId);
        AuthorizationCodeGrant grant = grant(code);
        if (secret == null) {
            return new TokenRequest.Builder(endpoint, client, grant).build();
        }
        com.nimbusds.oauth2.sdk.auth.Secret shown = new com.nimbusds.oauth2.sdk.auth.Secret(secret.reveal());
        return new TokenRequest.Builder(
                        endpoint,
                        post ? new ClientSecretPost(client, shown) : new ClientSecretBasic(client, shown),
                        grant)
                .build();
    }

    private static AuthorizationCodeGrant grant(SocialProof.Code code) throws RefusedProofException {
        try {
            return new AuthorizationCodeGrant(
                    new AuthorizationCode(code.code().reveal()),
                    URI.create(code.redirectUri()),
                    new CodeVerifier(code.verifier().reveal()));
        } catch (IllegalArgumentException e) {
            throw new RefusedProofException("the code or its verifier is none");
        }
    }
}
