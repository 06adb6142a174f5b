package dev.lockstile.auth.token;

import dev.lockstile.auth.internal.jwt.AccessTokenReader;
import dev.lockstile.auth.internal.jwt.ExpectedToken;
import java.time.Clock;
import java.util.Optional;

/**
 * Verifies access tokens where the rest of the library is not: in a service beside the host that got the published keys.
 * It checks what the host itself checks without its database: strict form, type, key, algorithm, signature, issuer,
 * audience, times, and that every claim is there in its type (RFC 8725, RFC 9068 4). That the session still lives it
 * cannot know; a token is good until it runs out.
 */
public final class AccessTokenVerifier {

    private final AccessTokenReader reader;
    private final Clock clock;

    private AccessTokenVerifier(AccessTokenReader reader, Clock clock) {
        this.reader = reader;
        this.clock = clock;
    }

    /**
     * {@return a verifier of the tokens of one issuer}
     *
     * @param settings those of the host that signs: issuer, audience, longest life, skew
     * @param keys those that the host publishes
     * @param clock tells what is over
     */
    public static AccessTokenVerifier of(TokenSettings settings, VerificationKeys keys, Clock clock) {
        ExpectedToken expected =
                new ExpectedToken(settings.issuer(), settings.audience(), settings.accessTtl(), settings.skew());
        return new AccessTokenVerifier(new AccessTokenReader(keys.keys()::find, expected), clock);
    }

    /**
     * {@return what the token says; empty for any token that is not exactly the issuer's and valid now}
     *
     * @param token the compact form, as it came
     */
    public Optional<VerifiedToken> verify(String token) {
        return reader.read(token, clock.instant()).map(VerifiedToken::new);
    }
}
