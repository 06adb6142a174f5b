package dev.lockstile.auth;

import dev.lockstile.auth.factor.FactorSealing;
import dev.lockstile.auth.internal.crypto.Digests;
import dev.lockstile.auth.internal.factor.SealedFactors;
import dev.lockstile.auth.internal.jose.SigningKeyRotation;
import dev.lockstile.auth.secret.Randomness;
import dev.lockstile.auth.secret.Secret;
import dev.lockstile.auth.token.SigningKeys;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The two secrets of a deployment: the same on all nodes, and used for nothing else.
 *
 * @param digestKey 32 or more random bytes in base64url; codes, links and refresh tokens are stored as digests
 *     under this key
 * @param signing the keys of access tokens
 */
public record AuthKeys(Secret digestKey, SigningKeys signing) {

    private static final int SHORTEST_KEY = 32;
    private static final int FEWEST_DISTINCT = 16;

    /** {@return newly generated keys; store them, or all users are signed out at the next start} */
    public static AuthKeys generate() {
        return new AuthKeys(Secret.of(Randomness.secure().text(32)), SigningKeys.generate());
    }

    /**
     * {@return a copy with the same digest key and other signing keys, such as the next set of a rotation}
     *
     * @param next for instance from {@link SigningKeys#withNewKey}
     */
    public AuthKeys withSigning(SigningKeys next) {
        return new AuthKeys(digestKey, next);
    }

    /**
     * {@return the key of the audit trail, derived from the digest key} It cannot be rotated separately and is lost
     * with the digest key. For long-lived deployments give separate keys to {@link #auditKey(Secret)}.
     */
    public Secret auditKey() {
        byte[] key = new Digests(digestBytes()).derive("audit");
        return Secret.of(Base64.getUrlEncoder().withoutPadding().encodeToString(key));
    }

    /**
     * {@return the keys of the audit trail: the host's, followed by the one derived from the digest key, so that
     * earlier entries can still be verified}
     *
     * @param own one or more, in the text form of {@link SymmetricKeys}; the first one signs
     */
    public Secret auditKey(Secret own) {
        return SymmetricKeys.joined(own, auditKey());
    }

    /**
     * {@return the keys that encrypt the values an import keeps for its rollback: the host's, followed by the one
     * derived from the digest key}
     *
     * @param own one or more, in the text form of {@link SymmetricKeys}; the first one encrypts
     */
    public Secret importKey(Secret own) {
        return SymmetricKeys.joined(own, importKey());
    }

    /** {@return the key that encrypts the values an import keeps for its rollback, derived from the digest key} */
    public Secret importKey() {
        byte[] key = new Digests(digestBytes()).derive("import");
        return Secret.of(Base64.getUrlEncoder().withoutPadding().encodeToString(key));
    }

    /** {@return the encryption of imported second factors, where {@code SecondFactorSettings} has no separate keys} */
    public FactorSealing factorSealing() {
        return sealing(null);
    }

    /**
     * {@return the encryption of imported second factors that sign-in decrypts}
     *
     * @param own the keys given to {@code SecondFactorSettings.withKeys}
     */
    public FactorSealing factorSealing(Secret own) {
        return sealing(own);
    }

    private FactorSealing sealing(@Nullable Secret own) {
        Digests digests = new Digests(digestBytes());
        return new SealedFactors(FactorKeys.of(digests, own), digests);
    }

    byte[] digestBytes() {
        return Base64.getUrlDecoder().decode(digestKey.reveal());
    }

    private long distinctBytes() {
        byte[] bytes = digestBytes();
        return IntStream.range(0, bytes.length).map(i -> bytes[i]).distinct().count();
    }

    /** What is wrong with the keys, each with the way out. */
    List<String> problems() {
        List<String> problems = new ArrayList<>();
        try {
            if (digestBytes().length < SHORTEST_KEY) {
                problems.add("digest-key-short: it needs at least 32 random bytes");
            } else if (distinctBytes() < FEWEST_DISTINCT) {
                problems.add("digest-key-guessable: no generator made this; AuthKeys.generate() does");
            } else if (signing.jwkSet().reveal().contains(digestKey.reveal().replace("=", ""))) {
                problems.add("digest-key-shared: the digest key must not sign tokens as well");
            }
        } catch (IllegalArgumentException e) {
            problems.add("digest-key-malformed: it must be base64url text");
        }
        try {
            SigningKeyRotation.check(signing.jwkSet().reveal());
        } catch (IllegalArgumentException e) {
            problems.add("signing-key-unusable: " + e.getMessage());
        }
        return problems;
    }
}
