package dev.lockstile.auth.password.internal;

import static dev.lockstile.auth.password.internal.Encodings.b64;
import static dev.lockstile.auth.password.internal.Encodings.hex;
import static dev.lockstile.auth.password.internal.Encodings.utf8;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import org.jspecify.annotations.Nullable;

/**
 * PBKDF2, scrypt and fast digests in the PHC string form of Ory Kratos and Discourse, and what Apache Shiro writes.
 * Sources: the import formats in Kratos' documents, {@code lib/discourse_pbkdf2} of Discourse,
 * {@code Shiro1CryptFormat}.
 */
final class PhcFormats {

    private static final String B64 = "([A-Za-z0-9+/]{1,344})={0,2}";
    private static final int HEX_DIGITS = 2;

    private PhcFormats() {}

    static List<Format> of(Kdf kdf, Argon2Hashes own) {
        return List.of(
                RegexFormat.of(
                        "phc_pbkdf2",
                        "\\$pbkdf2-(sha1|sha256|sha512)\\$i=([0-9]{1,9}),l=([0-9]{1,3})\\$" + B64 + "\\$" + B64,
                        found -> pbkdf2(kdf, found)),
                RegexFormat.of(
                        "kratos_scrypt",
                        "\\$scrypt\\$ln=([0-9]{3,8}),r=([0-9]{1,4}),p=([0-9]{1,4})\\$" + B64 + "\\$" + B64,
                        found -> kdf.scrypt(
                                Kdf.log2(number(found, 1)),
                                number(found, 2),
                                number(found, 3),
                                b64(found.group(4)),
                                b64(found.group(5)))),
                kratos("md5", "MD5"),
                kratos("sha1", "SHA-1"),
                kratos("sha256", "SHA-256"),
                kratos("sha512", "SHA-512"),
                RegexFormat.of(
                        "shiro1",
                        "\\$shiro1\\$(MD5|SHA-1|SHA-256|SHA-384|SHA-512)\\$([0-9]{1,9})\\$(?:" + B64 + ")?\\$" + B64,
                        found -> shiro(kdf, found)),
                RegexFormat.of(
                        "shiro2_bcrypt",
                        "\\$shiro2" + Bcrypt.REGEX,
                        found -> Bcrypt.read(kdf, found, 1).strict()),
                RegexFormat.of(
                        "shiro2_argon2",
                        "\\$shiro2(\\$argon2(?:id|i|d)\\$v=[0-9]{1,3}\\$)t=([0-9]{1,9}),m=([0-9]{1,9}),p=([0-9]{1,3})(\\$.{8,200})",
                        found -> shiroArgon2(own, found)));
    }

    /**
     * Discourse writes salt and digest in hexadecimal and salts with the digits themselves; Kratos writes both in
     * base64.
     */
    private static Verifier pbkdf2(Kdf kdf, MatchResult found) {
        int length = number(found, 3);
        String salt = found.group(4);
        String key = found.group(5);
        boolean digits = key.length() == length * HEX_DIGITS && key.matches("[0-9a-f]+");
        byte[] digest = digits ? hex(key) : b64(key);
        RefusedHashException.unless(digest.length == length, "a PBKDF2 digest of another length than it says");
        return kdf.pbkdf2(Prf.named(found.group(1)), digits ? utf8(salt) : b64(salt), number(found, 2), digest);
    }

    /** The template says where salt and password stand; only what puts one before the other is read. */
    private static Format kratos(String name, String algorithm) {
        return WeakFormat.of(
                "kratos_" + name,
                "\\$" + name + "(?:\\$pf=" + B64 + "\\$" + B64 + ")?\\$" + B64,
                PhcFormats::template,
                (salt, password) -> Digests.hash(
                        algorithm,
                        salt[0] == 0
                                ? Digests.concat(Arrays.copyOfRange(salt, 1, salt.length), password)
                                : Digests.concat(password, Arrays.copyOfRange(salt, 1, salt.length))));
    }

    /** The first byte of the salt kept here says whether the salt stands behind the password. */
    private static @Nullable Salted template(MatchResult found) {
        byte[] digest = b64(found.group(3));
        if (found.group(1) == null) {
            return new Salted(new byte[1], digest);
        }
        String template = new String(b64(found.group(1)), StandardCharsets.UTF_8);
        byte[] salt = b64(found.group(2));
        return switch (template) {
            case "{SALT}{PASSWORD}" -> new Salted(Digests.concat(new byte[] {0}, salt), digest);
            case "{PASSWORD}{SALT}" -> new Salted(Digests.concat(new byte[] {1}, salt), digest);
            default -> null;
        };
    }

    /** The digest of salt and password, then of the digest, as often as it says. */
    private static Verifier shiro(Kdf kdf, MatchResult found) {
        int rounds = number(found, 2);
        kdf.cryptRounds(rounds);
        byte[] salt = found.group(3) == null ? new byte[0] : b64(found.group(3));
        byte[] digest = b64(found.group(4));
        return password -> {
            byte[] state = Digests.hash(found.group(1), Digests.concat(salt, password));
            for (int i = 1; i < rounds; i++) {
                state = Digests.hash(found.group(1), state);
            }
            return MessageDigest.isEqual(digest, state);
        };
    }

    /** Shiro writes the figures in another order than the PHC string form has them. */
    private static @Nullable Verifier shiroArgon2(Argon2Hashes own, MatchResult found) {
        Argon2Text text = Argon2Text.parse(found.group(1) + "m=" + found.group(3) + ",t=" + found.group(2) + ",p="
                + found.group(4) + found.group(5).replace("=", ""));
        return text == null ? null : own.verifier(text);
    }

    private static int number(MatchResult found, int group) {
        return Integer.parseInt(found.group(group));
    }
}
