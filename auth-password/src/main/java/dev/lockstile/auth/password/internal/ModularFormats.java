package dev.lockstile.auth.password.internal;

import static dev.lockstile.auth.password.internal.Encodings.ab64;
import static dev.lockstile.auth.password.internal.Encodings.b64;
import static dev.lockstile.auth.password.internal.Encodings.hex;
import static dev.lockstile.auth.password.internal.Encodings.utf8;

import dev.lockstile.auth.secret.Secret;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.MatchResult;
import javax.crypto.Mac;
import org.jspecify.annotations.Nullable;

/** The modular crypt format: bcrypt, crypt(3), and what passlib and its like write. */
final class ModularFormats {

    private static final String B64 = "([A-Za-z0-9+/]{1,172})";
    private static final String AB64 = "([A-Za-z0-9./]{1,344})";
    private static final byte[] NO_SALT = {};

    private ModularFormats() {}

    static List<Format> of(Kdf kdf, @Nullable Secret devisePepper) {
        List<Format> formats = new ArrayList<>(passlib(kdf));
        formats.addAll(crypt(kdf));
        formats.addAll(others(kdf));
        formats.addAll(named(kdf, devisePepper));
        return formats;
    }

    private static List<Format> passlib(Kdf kdf) {
        return List.of(
                RegexFormat.of(
                        "bcrypt",
                        Bcrypt.REGEX,
                        found -> Bcrypt.read(kdf, found, 1).strict()),
                passlibPbkdf2(kdf),
                RegexFormat.of(
                        "passlib_bcrypt_sha256",
                        "\\$bcrypt-sha256\\$(?:2([ab])|v=2,t=2(b),r)[,=]([0-9]{1,2})"
                                + "\\$([./A-Za-z0-9]{22})\\$([./A-Za-z0-9]{31})",
                        found -> bcryptSha256(kdf, found)),
                RegexFormat.of(
                        "passlib_scrypt",
                        "\\$scrypt\\$ln=([0-9]{1,2}),r=([0-9]{1,4}),p=([0-9]{1,4})\\$([A-Za-z0-9+/]{0,172})\\$" + B64,
                        found -> scrypt(kdf, found)));
    }

    private static List<Format> crypt(Kdf kdf) {
        return List.of(
                weak("md5_crypt", "\\$1\\$([./0-9A-Za-z]{0,8})\\$([./0-9A-Za-z]{22})", "$1$"),
                weak("apr1_crypt", "\\$apr1\\$([./0-9A-Za-z]{0,8})\\$([./0-9A-Za-z]{22})", "$apr1$"),
                RegexFormat.of(
                        "sha256_crypt",
                        "\\$5\\$(?:rounds=([0-9]{1,9})\\$)?([^$]{0,16})\\$([./0-9A-Za-z]{43})",
                        found -> sha256(kdf, found)),
                RegexFormat.of(
                        "sha512_crypt",
                        "\\$6\\$(?:rounds=([0-9]{1,9})\\$)?([^$]{0,16})\\$([./0-9A-Za-z]{86})",
                        found -> sha512(kdf, found)),
                RegexFormat.of(
                        "sha1_crypt",
                        "\\$sha1\\$([0-9]{1,10})\\$([./0-9A-Za-z]{0,64})\\$([./0-9A-Za-z]{28})",
                        found -> sha1(kdf, found)),
                WeakFormat.of("des_crypt", "([./0-9A-Za-z]{13})", DesCrypt::split, DesCrypt::digest)
                        .whenNamed()
                        .prepared(PasswordPreparation.CUT_8));
    }

    private static List<Format> others(Kdf kdf) {
        return List.of(
                RegexFormat.of(
                        "grub_pbkdf2_sha512",
                        "grub\\.pbkdf2\\.sha512\\.([0-9]{1,9})\\.([0-9A-Fa-f]{2,256})\\.([0-9A-Fa-f]{128})",
                        found -> kdf.pbkdf2(
                                Prf.SHA512,
                                hex(found.group(2)),
                                Integer.parseInt(found.group(1)),
                                hex(found.group(3)))),
                WeakFormat.of(
                        "nt_hash",
                        "(?:\\$3\\$\\$|\\$NT\\$)?([0-9A-Fa-f]{32})",
                        found -> new Salted(NO_SALT, hex(found.group(1))),
                        (salt, password) -> Md4.ntHash(password)),
                WeakFormat.of(
                        "mysql41",
                        "\\*([0-9A-Fa-f]{40})",
                        found -> new Salted(NO_SALT, hex(found.group(1))),
                        (salt, password) -> Digests.hash("SHA-1", Digests.hash("SHA-1", password))));
    }

    /** bcrypt with something done to the password first, which the text does not show. */
    private static List<Format> named(Kdf kdf, @Nullable Secret devisePepper) {
        return List.of(
                RegexFormat.named(
                                "bcrypt_cut72",
                                "(?:bcrypt\\$|\\{bcrypt\\}|\\{CRYPT\\})?" + Bcrypt.REGEX,
                                found -> Bcrypt.read(kdf, found, 1).strict())
                        .prepared(PasswordPreparation.CUT_72),
                RegexFormat.named(
                        "meteor_bcrypt",
                        Bcrypt.REGEX,
                        found -> DjangoFormats.hexDigestFirst(Bcrypt.read(kdf, found, 1))),
                RegexFormat.named(
                        "devise_bcrypt", Bcrypt.REGEX, found -> devise(Bcrypt.read(kdf, found, 1), devisePepper)),
                RegexFormat.named(
                                "devise_bcrypt_cut72",
                                Bcrypt.REGEX,
                                found -> devise(Bcrypt.read(kdf, found, 1), devisePepper))
                        .prepared(PasswordPreparation.CUT_72));
    }

    private static Format weak(String id, String regex, String magic) {
        return WeakFormat.of(
                id,
                regex,
                found -> new Salted(utf8(found.group(1)), utf8(found.group(2))),
                (salt, password) -> Md5Crypt.digest(magic, salt, password));
    }

    /** One passlib PBKDF2 text, for formats that come down to it. */
    static @Nullable Verifier pbkdf2(Kdf kdf, String text) {
        return passlibPbkdf2(kdf).parse(text);
    }

    private static RegexFormat passlibPbkdf2(Kdf kdf) {
        return RegexFormat.of(
                "passlib_pbkdf2",
                "\\$pbkdf2(?:-(sha1|sha256|sha512))?\\$([0-9]{1,9})\\$([A-Za-z0-9./]{0,344})\\$" + AB64,
                found -> pbkdf2(kdf, found));
    }

    private static Verifier pbkdf2(Kdf kdf, MatchResult found) {
        String name = found.group(1);
        Prf prf = name == null ? Prf.SHA1 : Prf.named(name);
        return kdf.pbkdf2(prf, ab64(found.group(3)), Integer.parseInt(found.group(2)), ab64(found.group(4)));
    }

    private static Verifier bcryptSha256(Kdf kdf, MatchResult found) {
        boolean second = found.group(2) != null;
        String minor = second ? found.group(2) : found.group(1);
        Bcrypt bcrypt = Bcrypt.read(kdf, minor, found.group(3), found.group(4) + found.group(5));
        byte[] salt = utf8(found.group(4));
        return password -> {
            byte[] digest = second ? Digests.hmac("HmacSHA256", salt, password) : Digests.hash("SHA-256", password);
            return bcrypt.run(Base64.getEncoder().encode(digest));
        };
    }

    private static Verifier scrypt(Kdf kdf, MatchResult found) {
        return kdf.scrypt(
                Integer.parseInt(found.group(1)),
                Integer.parseInt(found.group(2)),
                Integer.parseInt(found.group(3)),
                b64(found.group(4)),
                b64(found.group(5)));
    }

    private static Verifier sha256(Kdf kdf, MatchResult found) {
        int rounds = rounds(kdf, found.group(1));
        byte[] salt = utf8(found.group(2));
        byte[] digest = utf8(found.group(3));
        return password -> MessageDigest.isEqual(digest, utf8(ShaCrypt.sha256(salt, password, rounds)));
    }

    private static Verifier sha512(Kdf kdf, MatchResult found) {
        int rounds = rounds(kdf, found.group(1));
        byte[] salt = utf8(found.group(2));
        byte[] digest = utf8(found.group(3));
        return password -> MessageDigest.isEqual(digest, utf8(ShaCrypt.sha512(salt, password, rounds)));
    }

    private static int rounds(Kdf kdf, @Nullable String written) {
        int rounds = written == null ? 5_000 : Integer.parseInt(written);
        RefusedHashException.unless(rounds >= 1_000, "SHA-2 crypt has at least 1000 rounds");
        kdf.cryptRounds(rounds);
        return rounds;
    }

    /** NetBSD's: HMAC of a text that holds salt and rounds, then HMAC of the result, over and over. */
    private static Verifier sha1(Kdf kdf, MatchResult found) {
        long rounds = Long.parseLong(found.group(1));
        kdf.cryptRounds(rounds);
        byte[] first = utf8(found.group(2) + "$sha1$" + rounds);
        byte[] digest = utf8(found.group(3));
        return password -> MessageDigest.isEqual(digest, utf8(iterate(password, first, rounds)));
    }

    private static String iterate(byte[] password, byte[] first, long rounds) {
        Mac mac = Digests.mac("HmacSHA1", password);
        byte[] state = first;
        for (long i = 0; i < rounds; i++) {
            state = mac.doFinal(state);
        }
        return Encodings.h64(
                Encodings.pick(state, 2, 1, 0, 5, 4, 3, 8, 7, 6, 11, 10, 9, 14, 13, 12, 17, 16, 15, 0, 19, 18));
    }

    /** Devise appends its pepper; bcrypt-ruby then cuts, so only the password's own length can be held to the limit. */
    private static Verifier devise(Bcrypt bcrypt, @Nullable Secret pepper) {
        byte[] tail = pepper == null ? NO_SALT : pepper.utf8();
        return password -> !Bcrypt.hasNul(password)
                && password.length <= Bcrypt.LIMIT
                && bcrypt.run(Bcrypt.cut(Digests.concat(password, tail)));
    }
}
