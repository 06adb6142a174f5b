package dev.lockstile.auth.social.oidc;

import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.social.SocialEvent;
import dev.lockstile.auth.social.SocialEvents;
import dev.lockstile.auth.social.SocialPerson;
import dev.lockstile.auth.social.SocialProof;
import dev.lockstile.auth.social.SocialProvider;
import dev.lockstile.auth.social.SocialProvider.AuthorizationRequest;
import dev.lockstile.auth.social.SocialUnavailableException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A provider of OpenID Connect, known by its issuer; the rest comes by discovery when it is first needed. */
final class OpenIdProvider extends RegisteredClient {

    /**
     * Google tells the time of the last proof only where it is asked for so; a provider that has none is silent (Core
     * 5.5.1).
     */
    private static final String TIME_OF_PROOF = "{\"id_token\":{\"auth_time\":{\"essential\":true}}}";

    private static final Duration METADATA_AGE = Duration.ofHours(24);
    private static final Duration KEYS_AGE = Duration.ofHours(1);

    private final Dialect dialect;
    private final ProviderHttp http;
    private final Refreshable<ProviderMetadata> metadata;
    private final IdTokens idTokens;
    private final EventTokens eventTokens;
    private final TokenEndpoint tokenEndpoint;

    OpenIdProvider(String name, OAuthClient client, Dialect dialect) {
        super(name, client);
        client.checkEvents(dialect.events());
        this.dialect = dialect;
        this.http = new ProviderHttp(client.addressRule());
        this.metadata = new Refreshable<>("the metadata of " + name, METADATA_AGE, client.clock(), this::discover);
        Refreshable<KeySet> keys = new Refreshable<>(
                "the keys of " + name,
                KEYS_AGE,
                client.clock(),
                () -> KeySet.read(http.get(metadata.get().keys())));
        ProviderKeys verifying = new ProviderKeys(dialect.issuers(), client.algorithms(), keys);
        this.idTokens = new IdTokens(new IdTokenRules(dialect.issuers(), client.clock()), verifying);
        this.eventTokens = new EventTokens(verifying, client.ids(), client.clock());
        this.tokenEndpoint = new TokenEndpoint(http, dialect.secrets());
    }

    /**
     * In what providers differ.
     *
     * @param events the forms in which it tells of accounts, if the host takes them
     * @param scopes of the redirect
     * @param responseMode null for the usual one, the query
     */
    record Dialect(
            IssuerRule issuers,
            EmailRule emails,
            ClientSecrets secrets,
            Set<SocialEvent.Delivery> events,
            List<String> scopes,
            @Nullable String responseMode) {}

    @Override
    public URI authorizationUri(AuthorizationRequest request) throws SocialUnavailableException {
        requireOwn(request.redirectUri());
        ProviderMetadata known = metadata.get();
        AuthenticationRequest.Builder builder = new AuthenticationRequest.Builder(
                        ResponseType.CODE,
                        new Scope(dialect.scopes().toArray(String[]::new)),
                        new ClientID(client().ids().get(0)),
                        URI.create(request.redirectUri()))
                .endpointURI(known.authorization())
                .state(new State(request.state()))
                .nonce(new Nonce(request.nonce()))
                .customParameter("code_challenge", request.codeChallenge())
                .customParameter("code_challenge_method", "S256");
        if (dialect.responseMode() != null) {
            builder.customParameter("response_mode", dialect.responseMode());
        }
        if (request.reauthenticate()) {
            builder.maxAge(0);
        }
        if (known.takesClaims() || dialect.issuers().takesClaims()) {
            builder.customParameter("claims", TIME_OF_PROOF);
        }
        return builder.build().toURI();
    }

    @Override
    public boolean isCallbackFrom(@Nullable String issuer) throws SocialUnavailableException {
        return issuer == null
                ? !metadata.get().announcesIssuer()
                : dialect.issuers().announced().equals(issuer);
    }

    /** With many tenants no issuer is known for an account that was written down without one. */
    @Override
    public boolean isIssuerOfImported(String issuer) {
        return dialect.issuers().announced().equals(issuer);
    }

    @Override
    public boolean admitsWithoutIssuer() {
        return !dialect.issuers().hasMany();
    }

    @Override
    public Set<SocialEvent.Delivery> eventDeliveries() {
        return client().deliveries(dialect.events());
    }

    @Override
    public SocialProvider.EventVerdict verifyEvent(SocialEvent.Delivery delivery, Secret token)
            throws SocialUnavailableException {
        return eventDeliveries().contains(delivery)
                ? eventTokens.verify(EventTokens.form(delivery), token.reveal())
                : new SocialProvider.EventVerdict.Refused(
                        SocialEvents.Refusal.OFF, "events in that form are not taken");
    }

    @Override
    SocialPerson prove(SocialProof proof) throws RefusedProofException, SocialUnavailableException {
        if (proof instanceof SocialProof.IdToken token) {
            return idTokens.verify(token.token().reveal(), new IdTokenRules.Expected(client().ids(), token.nonce()))
                    .person(dialect.emails());
        }
        if (proof instanceof SocialProof.Code code) {
            return redeem(code);
        }
        throw new RefusedProofException("an access token identifies no account to an OpenID client");
    }

    private SocialPerson redeem(SocialProof.Code code) throws RefusedProofException, SocialUnavailableException {
        String clientId = clientId(code);
        RefusedProofException.unless(
                code.issuer() == null || dialect.issuers().announced().equals(code.issuer()),
                "the code is of another issuer");
        ProviderMetadata known = metadata.get();
        Json answer = tokenEndpoint.redeem(known.token(), known.postsSecret(), code, clientId);
        String idToken = answer.text("id_token");
        if (idToken == null) {
            throw new SocialUnavailableException("the token endpoint answered without ID token");
        }
        IdTokens.Verified verified =
                idTokens.verify(idToken, new IdTokenRules.Expected(List.of(clientId), code.nonce()));
        String accessToken = answer.text("access_token");
        URI userInfo = known.userInfo();
        if (verified.claims().has("email") || userInfo == null || accessToken == null) {
            return verified.person(dialect.emails());
        }
        return withUserInfo(verified, userInfo, accessToken).person(dialect.emails());
    }

    /** Many providers keep address and name out of an ID token that comes with an access token (Core 5.4). */
    private IdTokens.Verified withUserInfo(IdTokens.Verified verified, URI endpoint, String accessToken)
            throws RefusedProofException, SocialUnavailableException {
        ProviderHttp.Reply reply =
                http.send(endpoint, request -> request.header("Authorization", "Bearer " + accessToken));
        if (reply.status() != 200) {
            throw new SocialUnavailableException("the UserInfo endpoint answered " + reply.status());
        }
        return verified.with(Json.answer(reply.body()));
    }

    private ProviderMetadata discover() throws SocialUnavailableException {
        IssuerRule issuers = dialect.issuers();
        String base = issuers.discovery().replaceAll("/$", "");
        Json document = Json.answer(http.get(URI.create(base + "/.well-known/openid-configuration")));
        return ProviderMetadata.read(document, issuers.announced(), client().addressRule());
    }
}
