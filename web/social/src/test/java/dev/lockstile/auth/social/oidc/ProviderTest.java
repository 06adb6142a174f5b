package dev.lockstile.auth.social.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.social.SocialPerson;
import dev.lockstile.auth.social.SocialProof;
import dev.lockstile.auth.social.SocialProvider;
import dev.lockstile.auth.social.SocialUnavailableException;
import dev.lockstile.auth.testkit.http.MockIdToken;
import dev.lockstile.auth.testkit.http.MockOpenIdProvider;
import org.junit.jupiter.api.AfterEach;

/** A provider on this machine that can be made to misbehave, and our side of it. */
abstract class ProviderTest {

    static final String CLIENT = "our-client";
    static final String NATIVE = "our-app";
    static final String SECRET = "what only we and they know";
    static final String REDIRECT = "https://host.example/callback";
    static final String NONCE = "n-0S6_WzA2Mj";
    static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
    static final String DISCOVERY = "/.well-known/openid-configuration";

    final SettableClock clock = new SettableClock();
    final MockOpenIdProvider site = MockOpenIdProvider.start().clock(clock).client(CLIENT, SECRET);
    final SocialProvider provider = SocialProviders.openId("acme", site.issuer(), client());

    @AfterEach
    void stop() {
        site.close();
    }

    OAuthClient client() {
        return OAuthClient.of(CLIENT, NATIVE)
                .secret(Secret.of(SECRET))
                .redirectUris(REDIRECT, "com.example.app:/callback")
                .clock(clock)
                .allowInsecureLoopback();
    }

    MockIdToken token() {
        return site.idToken(CLIENT, "sub-1").nonce(NONCE);
    }

    SocialProvider.Verdict verify(String token) throws SocialUnavailableException {
        return provider.verify(new SocialProof.IdToken(Secret.of(token), NONCE));
    }

    SocialPerson proven(String token) throws SocialUnavailableException {
        return person(verify(token));
    }

    static SocialPerson person(SocialProvider.Verdict verdict) {
        assertThat(verdict).isInstanceOf(SocialProvider.Verdict.Proven.class);
        return ((SocialProvider.Verdict.Proven) verdict).person();
    }

    void assertRefused(String token, String reason) throws SocialUnavailableException {
        assertRefused(verify(token), reason);
    }

    static void assertRefused(SocialProvider.Verdict verdict, String reason) {
        assertThat(verdict).isInstanceOf(SocialProvider.Verdict.Refused.class);
        assertThat(((SocialProvider.Verdict.Refused) verdict).reason()).contains(reason);
    }
}
