package dev.lockstile.auth.password.internal;

import static dev.lockstile.auth.password.internal.Encodings.b64;
import static dev.lockstile.auth.password.internal.Encodings.hex;
import static dev.lockstile.auth.password.internal.Encodings.utf8;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.MatchResult;
import org.jspecify.annotations.Nullable;

/**
 * What single applications write: MediaWiki, better-auth, Joomla, Magento, vBulletin. Sources:
 * {@code includes/password} of MediaWiki, {@code crypto/password.ts} of better-auth, {@code JUserHelper} of Joomla 1.5
 * to 2.5, {@code Encryptor} of Magento, the password schemes of vBulletin 3 to 5.
 */
final class ApplicationFormats {

    private static final byte[] NO_SALT = {};

    /** better-auth normalises to form NFKC before it hashes. */
    private static final PasswordPreparation NFKC =
            new PasswordPreparation(ApplicationFormats::nfkc, ApplicationFormats::nfkc);

    private static final int SODIUM_SALT = 16;
    private static final int SODIUM_KIB = 65_536;

    private ApplicationFormats() {}

    static List<Format> of(Kdf kdf, Argon2Hashes own) {
        return List.of(
                RegexFormat.of(
                        "mediawiki_pbkdf2",
                        ":pbkdf2:(sha1|sha256|sha512):([0-9]{1,9}):([0-9]{1,3}):([A-Za-z0-9+/]{1,344}={0,2})"
                                + ":([A-Za-z0-9+/]{1,344}={0,2})",
                        found -> kdf.pbkdf2(
                                Prf.named(found.group(1)),
                                b64(found.group(4)),
                                Integer.parseInt(found.group(2)),
                                b64(found.group(5)))),
                WeakFormat.of(
                        "mediawiki_b",
                        ":B:([0-9A-Za-z]{1,64}):([0-9a-f]{32})",
                        found -> salted(found.group(1) + "-", found.group(2)),
                        (salt, password) -> Digests.hash("MD5", Digests.concat(salt, md5Hex(password)))),
                WeakFormat.of(
                        "mediawiki_a",
                        ":A:([0-9a-f]{32})",
                        found -> new Salted(NO_SALT, hex(found.group(1))),
                        (salt, password) -> Digests.hash("MD5", password)),
                RegexFormat.of(
                                "better_auth_scrypt",
                                "([0-9a-f]{32}):([0-9a-f]{128})",
                                found -> kdf.scrypt(14, 16, 1, utf8(found.group(1)), hex(found.group(2))))
                        .prepared(NFKC),
                after("joomla_md5", "MD5", 32),
                before("magento_md5", "MD5", 32, "(?::0)?"),
                before("magento_sha256", "SHA-256", 64, ":1"),
                RegexFormat.of(
                        "magento_argon2id",
                        "([0-9a-f]{64}):([0-9A-Za-z]{16,64}):(?:2|3_32_([0-9]{1,2})_([0-9]{7,10}))",
                        found -> magento(own, found)),
                WeakFormat.of(
                                "vbulletin_md5",
                                "([0-9a-f]{32}):(.{3,30})",
                                found -> salted(found.group(2), found.group(1)),
                                (salt, password) -> Digests.hash("MD5", Digests.concat(md5Hex(password), salt)))
                        .whenNamed(),
                RegexFormat.named("vbulletin_bcrypt", Bcrypt.REGEX, found -> overMd5(Bcrypt.read(kdf, found, 1))));
    }

    private static WeakFormat after(String id, String algorithm, int digits) {
        return WeakFormat.of(
                        id,
                        "([0-9a-f]{" + digits + "}):([0-9A-Za-z]{8,64})",
                        found -> salted(found.group(2), found.group(1)),
                        (salt, password) -> Digests.hash(algorithm, Digests.concat(password, salt)))
                .whenNamed();
    }

    private static WeakFormat before(String id, String algorithm, int digits, String version) {
        return WeakFormat.of(
                        id,
                        "([0-9a-f]{" + digits + "}):([0-9A-Za-z]{2,64})" + version,
                        found -> salted(found.group(2), found.group(1)),
                        (salt, password) -> Digests.hash(algorithm, Digests.concat(salt, password)))
                .whenNamed();
    }

    /** libsodium's Argon2id: two passes over 64 MiB, one lane, and the first bytes of the salt's text. */
    private static @Nullable Verifier magento(Argon2Hashes own, MatchResult found) {
        int passes = found.group(3) == null ? 2 : Integer.parseInt(found.group(3));
        int kib = found.group(4) == null ? SODIUM_KIB : Math.toIntExact(Long.parseLong(found.group(4)) / 1_024);
        byte[] salt = Arrays.copyOf(utf8(found.group(2)), SODIUM_SALT);
        Argon2Text text = Argon2Text.parse(
                "$argon2id$v=19$m=" + kib + ",t=" + passes + ",p=1$" + b64(salt) + "$" + b64(hex(found.group(1))));
        return text == null ? null : own.verifier(text);
    }

    private static Verifier overMd5(Bcrypt bcrypt) {
        return password -> bcrypt.run(md5Hex(password));
    }

    private static Salted salted(String salt, String digest) {
        return new Salted(utf8(salt), hex(digest));
    }

    private static byte[] md5Hex(byte[] password) {
        return utf8(HexFormat.of().formatHex(Digests.hash("MD5", password)));
    }

    private static byte[] nfkc(byte[] typed) {
        return utf8(Normalizer.normalize(new String(typed, StandardCharsets.UTF_8), Normalizer.Form.NFKC));
    }
}
