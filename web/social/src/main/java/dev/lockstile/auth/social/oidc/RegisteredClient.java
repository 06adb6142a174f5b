package dev.lockstile.auth.social.oidc;

import dev.lockstile.auth.social.SocialPerson;
import dev.lockstile.auth.social.SocialProof;
import dev.lockstile.auth.social.SocialProvider;
import dev.lockstile.auth.social.SocialUnavailableException;
import java.util.regex.Pattern;

/** What all providers have of our client. */
abstract class RegisteredClient implements SocialProvider {

    private static final Pattern NAME = Pattern.compile("[a-z0-9]([a-z0-9-]{0,28}[a-z0-9])?");

    private final String name;
    private final OAuthClient client;

    /** @throws IllegalArgumentException for a name that cannot stand in a path, or a client that lacks something */
    RegisteredClient(String name, OAuthClient client) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("a provider's name has 1 to 30 of a-z, 0-9 and -, and begins and ends"
                    + " with a letter or digit: \"" + name + "\"");
        }
        client.check();
        this.name = name;
        this.client = client;
    }

    final OAuthClient client() {
        return client;
    }

    /** Whom the proof stands for, verified whole. */
    abstract SocialPerson prove(SocialProof proof) throws RefusedProofException, SocialUnavailableException;

    @Override
    public final SocialProvider.Verdict verify(SocialProof proof) throws SocialUnavailableException {
        try {
            return new SocialProvider.Verdict.Proven(prove(proof));
        } catch (RefusedProofException e) {
            return new SocialProvider.Verdict.Refused(String.valueOf(e.getMessage()));
        }
    }

    /** The client that a code was asked for by; it and the redirect URI must be ours to the letter. */
    final String clientId(SocialProof.Code code) throws RefusedProofException {
        String id = code.clientId() == null ? client.ids().get(0) : code.clientId();
        RefusedProofException.unless(client.ids().contains(id), "the client is not ours");
        RefusedProofException.unless(isRedirectUri(code.redirectUri()), "the redirect URI is not ours");
        return id;
    }

    /** @throws IllegalArgumentException for a redirect URI that is not ours: a flow asks before */
    final void requireOwn(String redirectUri) {
        if (!isRedirectUri(redirectUri)) {
            throw new IllegalArgumentException("not a redirect URI of " + name);
        }
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final boolean isEmailAuthoritative() {
        return client.isEmailAuthoritative();
    }

    @Override
    public final boolean linksByEmail() {
        return client.linksByEmail();
    }

    @Override
    public final boolean isRedirectUri(String redirectUri) {
        return client.redirectUris().contains(redirectUri);
    }

    @Override
    public final String redirectUri() {
        return client.redirectUris().get(0);
    }

    @Override
    public String toString() {
        return "SocialProvider[" + name + "]";
    }
}
