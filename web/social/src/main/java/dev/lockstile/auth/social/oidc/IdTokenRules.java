package dev.lockstile.auth.social.oidc;

import dev.lockstile.auth.secret.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The rules for the claims of an ID token (OpenID Connect Core 3.1.3.7): issuer exact, audience ours, party ours,
 * times, nonce. Skew is a minute.
 */
record IdTokenRules(IssuerRule issuers, Clock clock) {

    private static final Duration SKEW = Duration.ofMinutes(1);
    private static final Pattern SUBJECT = Pattern.compile("[\\x21-\\x7e]{1,255}");

    /**
     * @param clients the client ids that it may be issued to
     * @param nonce null where none was asked for
     */
    record Expected(List<String> clients, @Nullable String nonce) {}

    /** The issuer that the token is from. */
    String check(Json claims, Expected expected) throws RefusedProofException {
        String issuer = issuers.issuerOf(claims);
        RefusedProofException.unless(issuer != null, "the token is of another issuer");
        checkAudience(claims, expected.clients());
        checkTimes(claims, clock.instant());
        String subject = claims.text("sub");
        RefusedProofException.unless(
                subject != null && SUBJECT.matcher(subject).matches(), "the token has no usable subject");
        RefusedProofException.unless(!claims.has("events"), "the token is of another type");
        if (expected.nonce() != null) {
            String nonce = claims.text("nonce");
            RefusedProofException.unless(nonce != null && fits(nonce, expected.nonce()), "the token has another nonce");
        }
        return issuer == null ? "" : issuer;
    }

    private static void checkAudience(Json claims, List<String> clients) throws RefusedProofException {
        List<String> audience = claims.texts("aud");
        String party = claims.text("azp");
        RefusedProofException.unless(
                audience.stream().anyMatch(clients::contains), "the token is for another audience");
        boolean needsParty = audience.size() > 1 || claims.has("azp");
        RefusedProofException.unless(
                !needsParty || party != null && clients.contains(party), "the token was issued to another client");
    }

    private static void checkTimes(Json claims, Instant now) throws RefusedProofException {
        Instant expires = claims.instant("exp");
        Instant issued = claims.instant("iat");
        Instant notBefore = claims.instant("nbf");
        RefusedProofException.unless(expires != null && now.isBefore(expires.plus(SKEW)), "the token has expired");
        RefusedProofException.unless(
                issued != null && !issued.minus(SKEW).isAfter(now), "the token was issued in the future");
        RefusedProofException.unless(
                !claims.has("nbf")
                        || notBefore != null && !notBefore.minus(SKEW).isAfter(now),
                "the token is not valid yet");
    }

    /** The nonce, or its SHA-256 in hexadecimal digits as native SDKs hand it on. */
    private static boolean fits(String claim, String nonce) {
        return equal(claim, nonce) | equal(claim, HexFormat.of().formatHex(Sha256.of(nonce)));
    }

    private static boolean equal(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
