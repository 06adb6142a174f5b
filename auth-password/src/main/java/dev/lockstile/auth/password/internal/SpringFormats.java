package dev.lockstile.auth.password.internal;

import static dev.lockstile.auth.password.internal.Encodings.b64;
import static dev.lockstile.auth.password.internal.Encodings.hex;
import static dev.lockstile.auth.password.internal.Encodings.utf8;

import dev.lockstile.auth.secret.Secret;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import org.jspecify.annotations.Nullable;

/** Spring Security: the bodies behind {@code {id}}, and the encoders that were used without one. */
final class SpringFormats {

    /** Words in braces that are an encoder's or a scheme's name, and so no salt. */
    private static final String OTHER_ID =
            "\\{(?i:noop|bcrypt|ldap|crypt|cleartext|plain|md[45]|smd5|s?sha(?:-?[0-9]+)?"
                    + "|scrypt[^}]*|argon2[^}]*|pbkdf2[^}]*)\\}";

    private static final String BARE_ID = "(?:\\{pbkdf2\\})?";

    private SpringFormats() {}

    static List<Format> of(Kdf kdf, @Nullable Secret secret) {
        byte[] pepper = secret == null ? new byte[0] : secret.utf8();
        List<Format> formats = new ArrayList<>(slow(kdf, pepper));
        formats.addAll(fast(pepper));
        return formats;
    }

    private static List<Format> slow(Kdf kdf, byte[] pepper) {
        return List.of(
                RegexFormat.of(
                        "spring_pbkdf2",
                        "\\{pbkdf2\\}([0-9a-f]{80}|[0-9a-f]{96})",
                        found -> pbkdf2(kdf, Prf.SHA1, 185_000, hex(found.group(1)), pepper)),
                RegexFormat.of(
                        "spring_pbkdf2_v58",
                        "\\{pbkdf2@SpringSecurity_v5_8\\}([0-9a-f]{96})",
                        found -> pbkdf2(kdf, Prf.SHA256, 310_000, hex(found.group(1)), pepper)),
                RegexFormat.named(
                        "spring_pbkdf2_hex",
                        BARE_ID + "([0-9a-f]{80}|[0-9a-f]{96})",
                        found -> pbkdf2(kdf, Prf.SHA1, 185_000, hex(found.group(1)), pepper)),
                RegexFormat.of(
                        "spring_scrypt",
                        "(?:\\{scrypt(?:@SpringSecurity_v5_8)?\\})?"
                                + "\\$([0-9a-f]{5,8})\\$([A-Za-z0-9+/]{11,172}={0,2})\\$([A-Za-z0-9+/]{20,172}={0,2})",
                        found -> scrypt(kdf, found)));
    }

    private static List<Format> fast(byte[] pepper) {
        return List.of(
                WeakFormat.of("spring_sha256", "\\{sha256\\}([0-9a-f]{80})", SpringFormats::standard, standard(pepper)),
                WeakFormat.of("spring_sha256_hex", "([0-9a-f]{80})", SpringFormats::standard, standard(pepper))
                        .whenNamed(),
                WeakFormat.of(
                        "spring_noop",
                        "\\{noop\\}(.{1,512})",
                        found -> new Salted(new byte[0], utf8(found.group(1))),
                        (salt, password) -> password),
                digest("spring_md4", "\\{MD4\\}", 32, Md4::hash),
                digest("spring_md5", "\\{MD5\\}", 32, text -> Digests.hash("MD5", text)),
                digest("spring_sha1", "\\{SHA-1\\}", 40, text -> Digests.hash("SHA-1", text)),
                digest("spring_sha_256", "\\{SHA-256\\}", 64, text -> Digests.hash("SHA-256", text)),
                salted("spring_message_digest_md5", 32, text -> Digests.hash("MD5", text)),
                salted("spring_message_digest_sha1", 40, text -> Digests.hash("SHA-1", text)),
                salted("spring_message_digest_sha256", 64, text -> Digests.hash("SHA-256", text)));
    }

    private static Verifier pbkdf2(Kdf kdf, Prf prf, int rounds, byte[] bytes, byte[] secret) {
        byte[] salt = Arrays.copyOf(bytes, bytes.length - 32);
        byte[] key = Arrays.copyOfRange(bytes, bytes.length - 32, bytes.length);
        return kdf.pbkdf2(prf, Digests.concat(salt, secret), rounds, key);
    }

    /** The three figures share one number: log2 N, r, p. */
    private static Verifier scrypt(Kdf kdf, MatchResult found) {
        long figures = Long.parseLong(found.group(1), 16);
        return kdf.scrypt(
                (int) (figures >> 16),
                (int) (figures >> 8 & 0xff),
                (int) (figures & 0xff),
                b64(found.group(2)),
                b64(found.group(3)));
    }

    private static Salted standard(MatchResult found) {
        byte[] bytes = hex(found.group(1));
        return new Salted(Arrays.copyOf(bytes, 8), Arrays.copyOfRange(bytes, 8, 40));
    }

    /** The retired StandardPasswordEncoder: SHA-256, 1024 times. */
    private static BinaryOperator<byte[]> standard(byte[] secret) {
        return (salt, password) -> {
            byte[] state = Digests.concat(salt, secret, password);
            for (int i = 0; i < 1_024; i++) {
                state = Digests.hash("SHA-256", state);
            }
            return state;
        };
    }

    /** MessageDigestPasswordEncoder behind an id; the braces of the salt belong to the salt. */
    private static Format digest(String id, String prefix, int digits, UnaryOperator<byte[]> hash) {
        return WeakFormat.of(
                id,
                prefix + "(\\{[^{}]{0,64}\\})?([0-9a-f]{" + digits + "})",
                found -> new Salted(utf8(found.group(1) == null ? "" : found.group(1)), hex(found.group(2))),
                (salt, password) -> hash.apply(Digests.concat(password, salt)));
    }

    /** The same without an id. */
    private static Format salted(String id, int digits, UnaryOperator<byte[]> hash) {
        return WeakFormat.of(
                id,
                "(?!" + OTHER_ID + ")(\\{[^{}]{1,64}\\})([0-9a-f]{" + digits + "})",
                found -> new Salted(utf8(found.group(1)), hex(found.group(2))),
                (salt, password) -> hash.apply(Digests.concat(password, salt)));
    }
}
