package dev.lockstile.auth.password.internal;

import static dev.lockstile.auth.password.internal.Encodings.hex;
import static dev.lockstile.auth.password.internal.Encodings.utf8;

import java.util.List;
import java.util.function.BinaryOperator;
import java.util.regex.MatchResult;

/** Werkzeug, and so Flask. Salts are text; the plain kind is an HMAC under the salt, not a salted hash. */
final class WerkzeugFormats {

    private WerkzeugFormats() {}

    static List<Format> of(Kdf kdf) {
        return List.of(
                RegexFormat.of(
                        "werkzeug_scrypt",
                        "scrypt:([0-9]{1,8}):([0-9]{1,4}):([0-9]{1,4})\\$([^$]{1,128})\\$([0-9a-f]{128})",
                        found -> kdf.scrypt(
                                Kdf.log2(Integer.parseInt(found.group(1))),
                                Integer.parseInt(found.group(2)),
                                Integer.parseInt(found.group(3)),
                                utf8(found.group(4)),
                                hex(found.group(5)))),
                RegexFormat.of(
                        "werkzeug_pbkdf2",
                        "pbkdf2:(sha1|sha256|sha512)(?::([0-9]{1,9}))?\\$([^$]{1,128})\\$([0-9a-f]{40,128})",
                        found -> pbkdf2(kdf, found)),
                hmac("werkzeug_hmac_md5", "md5", 32, "HmacMD5"),
                hmac("werkzeug_hmac_sha1", "sha1", 40, "HmacSHA1"),
                hmac("werkzeug_hmac_sha256", "sha256", 64, "HmacSHA256"),
                hmac("werkzeug_hmac_sha512", "sha512", 128, "HmacSHA512"),
                WeakFormat.of(
                        "werkzeug_plain",
                        "plain\\$\\$(.{1,512})",
                        found -> new Salted(new byte[0], utf8(found.group(1))),
                        (salt, password) -> password));
    }

    private static Verifier pbkdf2(Kdf kdf, MatchResult found) {
        // before rounds were written they were a thousand
        int rounds = found.group(2) == null ? 1_000 : Integer.parseInt(found.group(2));
        byte[] key = hex(found.group(4));
        Prf prf = Prf.named(found.group(1));
        RefusedHashException.unless(key.length == prf.length, "Werkzeug's key has the length of its function");
        return kdf.pbkdf2(prf, utf8(found.group(3)), rounds, key);
    }

    private static Format hmac(String id, String name, int digits, String algorithm) {
        BinaryOperator<byte[]> digest = (salt, password) -> Digests.hmac(algorithm, salt, password);
        return WeakFormat.of(
                id,
                name + "\\$([^$]{1,128})\\$([0-9a-f]{" + digits + "})",
                found -> new Salted(utf8(found.group(1)), hex(found.group(2))),
                digest);
    }
}
