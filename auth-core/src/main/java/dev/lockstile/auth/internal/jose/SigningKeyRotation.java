package dev.lockstile.auth.internal.jose;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The keys that sign our tokens, through time: published from the start, one signing, and each verifying until the last
 * token it signed has run out. It holds no state: what a key is at a moment follows from its time and those of the
 * others.
 */
public final class SigningKeyRotation {

    /** The {@code typ} of access tokens, which no other token of ours has (RFC 8725 3.11). */
    public static final String TYPE = "at+jwt";

    private final List<SigningKey> keys;
    private final Duration tail;

    private SigningKeyRotation(List<SigningKey> keys, Duration tail) {
        this.keys = keys;
        this.tail = tail;
    }

    /**
     * Reads a private JWK set.
     *
     * @param tail how long after its issue a token may still be accepted
     * @throws IllegalArgumentException when a key is weak, public, a sample or without a kid of its own
     */
    public static SigningKeyRotation of(String jwkSet, Duration tail) {
        List<JWK> set = KeySet.keysOf(jwkSet);
        KeySet.requireOneKind(set);
        List<SigningKey> keys = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (JWK key : set) {
            keys.add(SigningKey.of(key));
            if (!ids.add(key.getKeyID())) {
                throw new IllegalArgumentException("two signing keys have the same kid");
            }
        }
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("the set of signing keys is empty");
        }
        return new SigningKeyRotation(keys, tail);
    }

    /**
     * Looks whether a private JWK set can be used.
     *
     * @throws IllegalArgumentException as {@link #of} does
     */
    public static void check(String jwkSet) {
        of(jwkSet, Duration.ZERO);
    }

    /** The compact form of these claims as an access token (RFC 7515 7.1), signed by the key that signs now. */
    public String sign(JWTClaimsSet claims, Instant now) {
        SigningKey key = signer(now);
        String signed = key.header().toBase64URL() + "." + claims.toPayload().toBase64URL();
        try {
            return signed + "." + key.signer().sign(key.header(), signed.getBytes(StandardCharsets.US_ASCII));
        } catch (JOSEException e) {
            throw new IllegalStateException("signing a token failed", e);
        }
    }

    /** The key that signs now: the last one whose time has come; before the first one's time, that one. */
    private SigningKey signer(Instant now) {
        SigningKey signer = null;
        for (SigningKey key : keys) {
            boolean signs = !key.signsFrom().isAfter(now);
            if (signs && (signer == null || key.signsFrom().isAfter(signer.signsFrom()))) {
                signer = key;
            }
        }
        return signer != null ? signer : Collections.min(keys, Comparator.comparing(SigningKey::signsFrom));
    }

    /** A key that verifies now. One whose time to sign has not come verifies too: another node may be a step ahead. */
    public Optional<VerifyingKey> find(String id, Instant now) {
        for (SigningKey key : keys) {
            if (key.id().equals(id)) {
                return now.isBefore(goneAt(key)) ? Optional.of(key.verifying()) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** The public parts of the keys that verify now, as a JWK set; symmetric keys have none. */
    public String publicSet(Instant now) {
        List<Map<String, Object>> published = keys.stream()
                .filter(key -> now.isBefore(goneAt(key)))
                .flatMap(key -> key.published().stream())
                .toList();
        return JSONObjectUtils.toJSONString(Map.of("keys", published));
    }

    /** The ids of keys that verify nothing any more. */
    public List<String> retired(Instant now) {
        return keys.stream()
                .filter(key -> !now.isBefore(goneAt(key)))
                .map(SigningKey::id)
                .toList();
    }

    private Instant goneAt(SigningKey key) {
        Instant next = null;
        for (SigningKey other : keys) {
            Instant from = other.signsFrom();
            if (from.isAfter(key.signsFrom()) && (next == null || from.isBefore(next))) {
                next = from;
            }
        }
        return next == null ? Instant.MAX : next.plus(tail);
    }
}
