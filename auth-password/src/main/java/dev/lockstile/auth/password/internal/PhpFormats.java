package dev.lockstile.auth.password.internal;

import static dev.lockstile.auth.password.internal.Encodings.utf8;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.MatchResult;

/** What PHP applications write besides plain bcrypt: phpass (WordPress, phpBB 3), Drupal 7, WordPress 6.8. */
final class PhpFormats {

    private static final byte[] WORDPRESS_KEY = utf8("wp-sha384");

    private static final String PORTABLE = "\\$[PH]\\$([./0-9A-Za-z]{9})([./0-9A-Za-z]{22})";

    private PhpFormats() {}

    static List<Format> of(Kdf kdf) {
        return List.of(
                WeakFormat.of(
                        "phpass",
                        PORTABLE,
                        found -> phpass(kdf, found),
                        (setting, password) -> stretch(kdf, "MD5", setting, password, 22)),
                RegexFormat.of(
                        "drupal7",
                        "\\$S\\$([./0-9A-Za-z]{9})([./0-9A-Za-z]{43})",
                        found -> drupal(kdf, phpass(kdf, found))),
                RegexFormat.of(
                        "drupal7_upgraded",
                        "U\\$S\\$([./0-9A-Za-z]{9})([./0-9A-Za-z]{43})",
                        found -> overMd5(drupal(kdf, phpass(kdf, found)))),
                WeakFormat.of(
                        "drupal_phpass_upgraded",
                        "U" + PORTABLE,
                        found -> phpass(kdf, found),
                        (setting, password) -> stretch(kdf, "MD5", setting, md5(password), 22)),
                RegexFormat.of(
                        "drupal_bcrypt_upgraded",
                        "U" + Bcrypt.REGEX,
                        found -> overMd5(Bcrypt.read(kdf, found, 1)::run)),
                RegexFormat.of(
                                "wordpress_bcrypt",
                                "\\$wp" + Bcrypt.REGEX,
                                found -> wordpress(Bcrypt.read(kdf, found, 1)))
                        .prepared(WordPressPasswords.SLASHED),
                WeakFormat.of(
                                "wordpress_phpass",
                                PORTABLE,
                                found -> phpass(kdf, found),
                                (setting, password) -> stretch(kdf, "MD5", setting, password, 22))
                        .whenNamed()
                        .prepared(WordPressPasswords.SLASHED),
                WeakFormat.of(
                                "wordpress_md5",
                                "([0-9a-f]{32})",
                                found -> new Salted(new byte[0], HexFormat.of().parseHex(found.group(1))),
                                (salt, password) -> Digests.hash("MD5", password))
                        .whenNamed()
                        .prepared(WordPressPasswords.SLASHED),
                RegexFormat.named(
                                "wordpress_plain_bcrypt",
                                Bcrypt.REGEX,
                                found -> Bcrypt.read(kdf, found, 1).strict())
                        .prepared(WordPressPasswords.SLASHED_CUT_72));
    }

    /** The setting is one character of cost, the exponent, and eight of salt. */
    private static Salted phpass(Kdf kdf, MatchResult found) {
        rounds(kdf, found.group(1).charAt(0));
        return new Salted(utf8(found.group(1)), utf8(found.group(2)));
    }

    /** A power of two, of which the character is the exponent. */
    private static int rounds(Kdf kdf, char cost) {
        int exponent = Encodings.h64(cost);
        RefusedHashException.unless(exponent >= 7, "odd phpass cost");
        kdf.cryptRounds(1L << exponent);
        return 1 << exponent;
    }

    private static byte[] stretch(Kdf kdf, String algorithm, byte[] setting, byte[] password, int characters) {
        int rounds = rounds(kdf, (char) setting[0]);
        MessageDigest digest = Digests.get(algorithm);
        digest.update(setting, 1, 8);
        byte[] state = digest.digest(password);
        for (int i = 0; i < rounds; i++) {
            digest.update(state);
            state = digest.digest(password);
        }
        return Arrays.copyOf(utf8(Encodings.h64(state)), characters);
    }

    private static Verifier drupal(Kdf kdf, Salted salted) {
        return password -> MessageDigest.isEqual(salted.digest(), stretch(kdf, "SHA-512", salted.salt(), password, 43));
    }

    /** Drupal hashed the unsalted digests of Drupal 6 once more when a site was upgraded, and marks them with a U. */
    private static Verifier overMd5(Verifier verifier) {
        return password -> verifier.test(md5(password));
    }

    private static byte[] md5(byte[] password) {
        return utf8(HexFormat.of().formatHex(Digests.hash("MD5", password)));
    }

    /** WordPress hashes the password first, so that bcrypt's limit does not matter. */
    private static Verifier wordpress(Bcrypt bcrypt) {
        return password -> bcrypt.run(Base64.getEncoder().encode(Digests.hmac("HmacSHA384", WORDPRESS_KEY, password)));
    }
}
