package dev.lockstile.auth.internal.apikey;

import dev.lockstile.auth.internal.crypto.Digests;
import dev.lockstile.auth.secret.Randomness;
import dev.lockstile.auth.secret.Secret;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * The texts of keys: public name, 256 random bits, and a MAC over both, so that a made-up key costs no query. The store
 * keeps a keyed digest of the random bits.
 */
final class ApiKeyTokens {

    /** Of the public name, which determines the first sixteen. */
    private static final int SHOWN = 8;

    private static final int ID_BYTES = 12;
    private static final int SECRET_BYTES = 32;
    private static final int MAC_BYTES = 12;
    private static final int SIGNED_BYTES = ID_BYTES + SECRET_BYTES;

    private final ApiKeyText text;
    private final Digests.Use macs;
    private final Digests.Use secrets;
    private final Randomness randomness;

    ApiKeyTokens(String prefix, Digests digests, Randomness randomness) {
        this.text = new ApiKeyText(prefix, SIGNED_BYTES + MAC_BYTES);
        this.macs = digests.use("api-key");
        this.secrets = digests.use("api-key-secret");
        this.randomness = randomness;
    }

    /** A key of another public name. */
    Minted mint() {
        return mint(randomness.bytes(ID_BYTES));
    }

    /** Another secret of a key. */
    Minted mint(String id) {
        return mint(Base64.getUrlDecoder().decode(id));
    }

    private Minted mint(byte[] id) {
        byte[] secret = randomness.bytes(SECRET_BYTES);
        byte[] signed = ByteBuffer.allocate(SIGNED_BYTES).put(id).put(secret).array();
        byte[] all = ByteBuffer.allocate(SIGNED_BYTES + MAC_BYTES)
                .put(signed)
                .put(mac(signed))
                .array();
        return new Minted(name(id), Secret.of(text.write(all)), digest(id, secret));
    }

    /** Whether the text has the form of a key. */
    boolean isKey(String shown) {
        return text.read(shown).isPresent();
    }

    /** What a key says; empty unless it was made here. */
    Optional<Presented> read(String shown) {
        return text.read(shown).flatMap(this::genuine);
    }

    private Optional<Presented> genuine(byte[] all) {
        byte[] signed = Arrays.copyOf(all, SIGNED_BYTES);
        if (!MessageDigest.isEqual(mac(signed), Arrays.copyOfRange(all, SIGNED_BYTES, all.length))) {
            return Optional.empty();
        }
        byte[] id = Arrays.copyOf(signed, ID_BYTES);
        return Optional.of(new Presented(name(id), digest(id, Arrays.copyOfRange(signed, ID_BYTES, SIGNED_BYTES))));
    }

    private byte[] mac(byte[] signed) {
        return Arrays.copyOf(macs.raw(signed), MAC_BYTES);
    }

    private String digest(byte[] id, byte[] secret) {
        return secrets.of(name(id), name(secret));
    }

    /** What the texts of all secrets of a key begin with, as far as it is shown. */
    String start(String id) {
        byte[] all = Arrays.copyOf(Base64.getUrlDecoder().decode(id), SIGNED_BYTES + MAC_BYTES);
        return text.write(all).substring(0, text.prefix().length() + 1 + SHOWN);
    }

    private static String name(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** A fresh key and what the store keeps of it. */
    record Minted(String id, Secret key, String digest) {}

    /** A key that was made here, perhaps long ago. */
    record Presented(String id, String digest) {}
}
