package dev.lockstile.auth;

import dev.lockstile.auth.internal.crypto.Digests;
import dev.lockstile.auth.internal.crypto.SealKeys;
import dev.lockstile.auth.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** The keys that seal the secrets of second factors. */
final class FactorKeys {

    private FactorKeys() {}

    /**
     * Those of the host, and behind them the one made from the digest key, so that what it sealed before still opens.
     *
     * @param own null where the host has none of its own
     */
    static SealKeys of(Digests digests, @Nullable Secret own) {
        Secret made = Secret.of(
                Base64.getUrlEncoder().withoutPadding().encodeToString(digests.derive("second-factor-secrets")));
        byte[] label = "lockstile second factor".getBytes(StandardCharsets.US_ASCII);
        return new SealKeys(
                SymmetricKeys.of(own == null ? made : SymmetricKeys.joined(urlSafe(own), made)).all().stream()
                        .map(key -> new SealKeys.Key(key.id(), key.mac(label)))
                        .toList());
    }

    private static Secret urlSafe(Secret keys) {
        return Secret.of(keys.reveal().replace('+', '-').replace('/', '_'));
    }
}
