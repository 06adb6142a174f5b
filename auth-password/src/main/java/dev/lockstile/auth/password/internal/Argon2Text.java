package dev.lockstile.auth.password.internal;

import dev.lockstile.auth.password.Argon2Cost;
import java.nio.charset.StandardCharsets;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.jspecify.annotations.Nullable;

/**
 * An Argon2 hash in PHC form: {@code $argon2id$v=19$m=19456,t=2,p=1$salt$tag}. The optional key id parameter
 * is the PHC specification's own way to name a secret key; here it names the pepper.
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never printed
record Argon2Text(
        int type, int version, Argon2Cost cost, @Nullable String pepperId, byte[] salt, byte[] tag) {

    /** The grammar, to be embedded in that of formats which wrap such a text. */
    static final String REGEX = "\\$argon2(id|i|d)(?:\\$v=([0-9]{1,3}))?\\$m=([0-9]{1,9}),t=([0-9]{1,9}),p=([0-9]{1,3})"
            + "(?:,keyid=([A-Za-z0-9+/]{2,11}))?\\$([A-Za-z0-9+/]{6,172})\\$([A-Za-z0-9+/]{16,172})";

    private static final Pattern PATTERN = Pattern.compile(REGEX);

    /**
     * Reads a text.
     *
     * @return null when it is not Argon2 in PHC form
     * @throws RefusedHashException when it is, with figures no Argon2 allows
     */
    static @Nullable Argon2Text parse(String stored) {
        Matcher matcher = PATTERN.matcher(stored);
        if (!matcher.matches()) {
            return null;
        }
        try {
            return read(matcher);
        } catch (IllegalArgumentException malformed) {
            throw new RefusedHashException("impossible Argon2 figures");
        }
    }

    private static Argon2Text read(MatchResult found) {
        int type = switch (found.group(1)) {
            case "id" -> Argon2Parameters.ARGON2_id;
            case "i" -> Argon2Parameters.ARGON2_i;
            default -> Argon2Parameters.ARGON2_d;
        };
        String version = found.group(2);
        Argon2Cost cost = new Argon2Cost(
                Integer.parseInt(found.group(3)), Integer.parseInt(found.group(4)), Integer.parseInt(found.group(5)));
        String pepperId = found.group(6);
        return new Argon2Text(
                type,
                // texts older than the field were written by version 1.0
                version == null ? Argon2Parameters.ARGON2_VERSION_10 : known(Integer.parseInt(version)),
                cost,
                pepperId == null ? null : new String(Encodings.b64(pepperId), StandardCharsets.US_ASCII),
                Encodings.b64(found.group(7)),
                Encodings.b64(found.group(8)));
    }

    private static int known(int version) {
        if (version != Argon2Parameters.ARGON2_VERSION_10 && version != Argon2Parameters.ARGON2_VERSION_13) {
            throw new IllegalArgumentException("Argon2 has versions 16 and 19");
        }
        return version;
    }

    /** Writes a text of the kind new hashes have. */
    String write() {
        String key = pepperId == null ? "" : ",keyid=" + Encodings.b64(Encodings.utf8(pepperId));
        return "$argon2id$v=19$m=" + cost.memoryKib() + ",t=" + cost.iterations() + ",p=" + cost.parallelism() + key
                + "$" + Encodings.b64(salt) + "$" + Encodings.b64(tag);
    }

    /** Argon2id, version 1.3: what new hashes are. */
    boolean modern() {
        return type == Argon2Parameters.ARGON2_id && version == Argon2Parameters.ARGON2_VERSION_13;
    }
}
