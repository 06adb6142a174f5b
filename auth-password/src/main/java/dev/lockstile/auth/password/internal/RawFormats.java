package dev.lockstile.auth.password.internal;

import static dev.lockstile.auth.password.internal.Encodings.b64;
import static dev.lockstile.auth.password.internal.Encodings.hex;

import java.util.List;

/** Bare digests, read only where an import named them: forty hexadecimal digits prove nothing by themselves. */
final class RawFormats {

    private static final byte[] NO_SALT = {};

    private RawFormats() {}

    static List<Format> of(Kdf kdf) {
        return List.of(
                digest("hex_md5", 32, "MD5"),
                digest("hex_sha1", 40, "SHA-1"),
                digest("hex_sha256", 64, "SHA-256"),
                digest("hex_sha384", 96, "SHA-384"),
                digest("hex_sha512", 128, "SHA-512"),
                RegexFormat.named(
                        "clerk_pbkdf2_sha256",
                        "pbkdf2_sha256\\$([0-9]{1,9})\\$([A-Za-z0-9+/]{1,128}={0,2})\\$([A-Za-z0-9+/]{43}=)",
                        found -> kdf.pbkdf2(
                                Prf.SHA256,
                                b64(found.group(2)),
                                Integer.parseInt(found.group(1)),
                                b64(found.group(3)))));
    }

    private static Format digest(String id, int digits, String algorithm) {
        return WeakFormat.of(
                        id,
                        "([0-9A-Fa-f]{" + digits + "})",
                        found -> new Salted(NO_SALT, hex(found.group(1))),
                        (salt, password) -> Digests.hash(algorithm, password))
                .whenNamed();
    }
}
