package dev.lockstile.auth;

import dev.lockstile.auth.internal.Randomness;
import dev.lockstile.auth.internal.token.NimbusKeys;
import dev.lockstile.auth.model.Secret;
import dev.lockstile.auth.token.SigningKeys;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * The two secrets of a deployment. They belong to no other use, and all nodes share them.
 *
 * @param digestKey 32 or more random bytes in base64url; codes, links and refresh tokens are worthless without it
 * @param signing the keys of access tokens
 */
public record AuthKeys(Secret digestKey, SigningKeys signing) {

    private static final int SHORTEST_KEY = 32;

    /** Fresh keys; keep them, or everybody is signed out at the next start. */
    public static AuthKeys generate() {
        return new AuthKeys(Secret.of(Randomness.secure().text(32)), SigningKeys.generate());
    }

    byte[] digestBytes() {
        return Base64.getUrlDecoder().decode(digestKey.reveal());
    }

    /** What is wrong with the keys, each with the way out. */
    List<String> problems() {
        List<String> problems = new ArrayList<>();
        try {
            if (digestBytes().length < SHORTEST_KEY) {
                problems.add("digest-key-short: it needs at least 32 random bytes");
            }
        } catch (IllegalArgumentException e) {
            problems.add("digest-key-malformed: it must be base64url text");
        }
        try {
            NimbusKeys.parse(signing.jwkSet().reveal());
        } catch (IllegalArgumentException e) {
            problems.add("signing-key-unusable: " + e.getMessage());
        }
        return problems;
    }
}
