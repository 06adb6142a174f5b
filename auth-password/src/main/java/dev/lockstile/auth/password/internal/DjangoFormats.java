package dev.lockstile.auth.password.internal;

import static dev.lockstile.auth.password.internal.Encodings.b64;
import static dev.lockstile.auth.password.internal.Encodings.hex;
import static dev.lockstile.auth.password.internal.Encodings.utf8;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.MatchResult;
import org.jspecify.annotations.Nullable;

/** Django's hashers of every era. Salts are text and are not decoded. */
final class DjangoFormats {

    private static final byte[] NO_SALT = {};

    private DjangoFormats() {}

    static List<Format> of(Kdf kdf, Argon2Hashes own) {
        List<Format> formats = new ArrayList<>(slow(kdf, own));
        formats.addAll(fast());
        return formats;
    }

    private static List<Format> slow(Kdf kdf, Argon2Hashes own) {
        return List.of(
                RegexFormat.of(
                        "django_pbkdf2_sha256",
                        "pbkdf2_sha256\\$([0-9]{1,9})\\$([^$]{1,128})\\$([A-Za-z0-9+/]{43}=)",
                        found -> pbkdf2(kdf, Prf.SHA256, found)),
                RegexFormat.of(
                        "django_pbkdf2_sha1",
                        "pbkdf2_sha1\\$([0-9]{1,9})\\$([^$]{1,128})\\$([A-Za-z0-9+/]{27}=)",
                        found -> pbkdf2(kdf, Prf.SHA1, found)),
                RegexFormat.of("django_argon2", "argon2(" + Argon2Text.REGEX + ")", found -> argon2(own, found)),
                RegexFormat.of(
                        "django_bcrypt_sha256",
                        "bcrypt_sha256\\$" + Bcrypt.REGEX,
                        found -> hexDigestFirst(Bcrypt.read(kdf, found, 1))),
                RegexFormat.of(
                        "django_bcrypt",
                        "bcrypt\\$" + Bcrypt.REGEX,
                        found -> Bcrypt.read(kdf, found, 1).strict()),
                RegexFormat.of(
                        "django_scrypt",
                        "scrypt\\$([0-9]{1,8})\\$([^$]{1,128})\\$([0-9]{1,4})\\$([0-9]{1,4})\\$([A-Za-z0-9+/]{86}==)",
                        found -> scrypt(kdf, found)));
    }

    private static List<Format> fast() {
        return List.of(
                WeakFormat.of(
                        "django_salted_md5",
                        "md5\\$([^$]{1,128})\\$([0-9a-f]{32})",
                        DjangoFormats::salted,
                        (salt, password) -> Digests.hash("MD5", salt, password)),
                WeakFormat.of(
                        "django_salted_sha1",
                        "sha1\\$([^$]{1,128})\\$([0-9a-f]{40})",
                        DjangoFormats::salted,
                        (salt, password) -> Digests.hash("SHA-1", salt, password)),
                WeakFormat.of(
                        "django_unsalted_md5",
                        "(?:md5\\$\\$)?([0-9a-f]{32})",
                        DjangoFormats::bare,
                        (salt, password) -> Digests.hash("MD5", password)),
                WeakFormat.of(
                        "django_unsalted_sha1",
                        "sha1\\$\\$([0-9a-f]{40})",
                        DjangoFormats::bare,
                        (salt, password) -> Digests.hash("SHA-1", password)),
                WeakFormat.of(
                        "django_crypt", "crypt\\$[^$]{0,16}\\$([./0-9A-Za-z]{13})", DesCrypt::split, DesCrypt::digest));
    }

    private static Verifier pbkdf2(Kdf kdf, Prf prf, MatchResult found) {
        return kdf.pbkdf2(prf, utf8(found.group(2)), Integer.parseInt(found.group(1)), b64(found.group(3)));
    }

    private static @Nullable Verifier argon2(Argon2Hashes own, MatchResult found) {
        Argon2Text text = Argon2Text.parse(found.group(1));
        return text == null ? null : own.verifier(text);
    }

    private static Verifier scrypt(Kdf kdf, MatchResult found) {
        return kdf.scrypt(
                Kdf.log2(Integer.parseInt(found.group(1))),
                Integer.parseInt(found.group(3)),
                Integer.parseInt(found.group(4)),
                utf8(found.group(2)),
                b64(found.group(5)));
    }

    /** bcrypt over the hexadecimal SHA-256 of the password, which takes the limit away. */
    static Verifier hexDigestFirst(Bcrypt bcrypt) {
        return password -> bcrypt.run(utf8(HexFormat.of().formatHex(Digests.hash("SHA-256", password))));
    }

    private static Salted salted(MatchResult found) {
        return new Salted(utf8(found.group(1)), hex(found.group(2)));
    }

    private static Salted bare(MatchResult found) {
        return new Salted(NO_SALT, hex(found.group(1)));
    }
}
