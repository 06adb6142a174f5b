package dev.lockstile.auth.password.internal;

import static dev.lockstile.auth.password.internal.Encodings.ab64;
import static dev.lockstile.auth.password.internal.Encodings.b64;
import static dev.lockstile.auth.password.internal.Encodings.utf8;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.BinaryOperator;
import java.util.regex.MatchResult;
import org.jspecify.annotations.Nullable;

/** The {@code userPassword} schemes of LDAP servers (RFC 2307 and its successors). Scheme names ignore case. */
final class LdapFormats {

    private LdapFormats() {}

    static List<Format> of(Kdf kdf) {
        return List.of(
                digest("ldap_md5", "MD5", "MD5", 16, false),
                digest("ldap_smd5", "SMD5", "MD5", 16, true),
                digest("ldap_sha", "SHA", "SHA-1", 20, false),
                digest("ldap_ssha", "SSHA", "SHA-1", 20, true),
                digest("ldap_sha256", "SHA256", "SHA-256", 32, false),
                digest("ldap_ssha256", "SSHA256", "SHA-256", 32, true),
                digest("ldap_sha384", "SHA384", "SHA-384", 48, false),
                digest("ldap_ssha384", "SSHA384", "SHA-384", 48, true),
                digest("ldap_sha512", "SHA512", "SHA-512", 64, false),
                digest("ldap_ssha512", "SSHA512", "SHA-512", 64, true),
                RegexFormat.of(
                        "ldap_pbkdf2",
                        "(?i:\\{PBKDF2(?:-(sha1|sha256|sha512))?\\})([0-9]{1,9})"
                                + "\\$([A-Za-z0-9./]{0,344})\\$([A-Za-z0-9./]{1,344})",
                        found -> pbkdf2(kdf, found)),
                RegexFormat.of(
                        "atlassian_pbkdf2",
                        "\\{PKCS5S2\\}([A-Za-z0-9+/]{64})",
                        found -> atlassian(kdf, b64(found.group(1)))),
                WeakFormat.of(
                        "ldap_cleartext",
                        "(?i:\\{(?:CLEARTEXT|PLAIN)\\})(.{1,512})",
                        found -> new Salted(new byte[0], utf8(found.group(1))),
                        (salt, password) -> password));
    }

    private static Format digest(String id, String scheme, String algorithm, int length, boolean salted) {
        BinaryOperator<byte[]> digest = (salt, password) -> Digests.hash(algorithm, password, salt);
        return WeakFormat.of(
                id,
                "(?i:\\{" + scheme + "\\})([A-Za-z0-9+/]{16,172}={0,2})",
                found -> split(b64(found.group(1)), length, salted),
                digest);
    }

    private static @Nullable Salted split(byte[] bytes, int length, boolean salted) {
        if (salted ? bytes.length <= length : bytes.length != length) {
            return null;
        }
        return new Salted(Arrays.copyOfRange(bytes, length, bytes.length), Arrays.copyOf(bytes, length));
    }

    private static Verifier pbkdf2(Kdf kdf, MatchResult found) {
        String name = found.group(1);
        Prf prf = name == null ? Prf.SHA1 : Prf.named(name.toLowerCase(Locale.ROOT));
        return kdf.pbkdf2(prf, ab64(found.group(3)), Integer.parseInt(found.group(2)), ab64(found.group(4)));
    }

    private static Verifier atlassian(Kdf kdf, byte[] bytes) {
        return kdf.pbkdf2(Prf.SHA1, Arrays.copyOf(bytes, 16), 10_000, Arrays.copyOfRange(bytes, 16, 48));
    }
}
