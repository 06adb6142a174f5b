package dev.lockstile.auth.imports.internal;

import dev.lockstile.auth.SymmetricKeys;
import dev.lockstile.auth.SymmetricKeys.Key;
import dev.lockstile.auth.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * Encrypts texts that an import stores and that contain password hashes: former values of updated rows, and archived
 * source rows. Each text is bound to a place, such as a run and a row, and can be decrypted for that place only, see
 * {@link SymmetricKeys.Key#seal}. The form is {@code v2.<key id>.<base64url>}, or {@code v1.<base64url>} for texts from
 * before keys had ids.
 */
public final class RowCipher {

    private static final String WITHOUT_ID = "v1.";
    private static final String WITH_ID = "v2.";
    private static final String USE = "import row";

    private final SymmetricKeys keys;

    /**
     * Reads the keys.
     *
     * @param keys one or more, in the form of {@link SymmetricKeys#of}; the first one encrypts
     * @throws IllegalArgumentException when there is no key, or one is too short or not base64url
     */
    public RowCipher(Secret keys) {
        this.keys = SymmetricKeys.of(keys);
    }

    public String seal(String place, String text) {
        Key key = keys.current();
        byte[] sealed = key.seal(USE, utf8(text), utf8(place));
        return WITH_ID
                + key.id()
                + '.'
                + Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    }

    public static boolean isSealed(String text) {
        return text.startsWith(WITH_ID) || text.startsWith(WITHOUT_ID);
    }

    /**
     * Returns the id of the key that the text needs and this cipher lacks; empty when it has the key, or the text names
     * none.
     */
    public Optional<String> unknownKey(String sealed) {
        return keyId(sealed).filter(id -> keys.byId(id).isEmpty());
    }

    private static Optional<String> keyId(String sealed) {
        int end = sealed.indexOf('.', WITH_ID.length());
        return sealed.startsWith(WITH_ID) && end > 0
                ? Optional.of(sealed.substring(WITH_ID.length(), end))
                : Optional.empty();
    }

    /** Returns the plain text; empty when it was encrypted with another key or for another place, or was altered. */
    public Optional<String> open(String place, String sealed) {
        Optional<String> id = keyId(sealed);
        String bytes = sealed.substring(
                id.map(name -> WITH_ID.length() + name.length() + 1).orElse(WITHOUT_ID.length()));
        List<Key> candidates =
                id.isEmpty() ? keys.all() : keys.byId(id.get()).stream().toList();
        return candidates.stream()
                .map(key -> open(key, place, bytes))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> open(Key key, String place, String bytes) {
        try {
            return key.open(USE, Base64.getUrlDecoder().decode(bytes), utf8(place))
                    .map(plain -> new String(plain, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // not base64url, so not written by this class
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "RowCipher";
    }
}
