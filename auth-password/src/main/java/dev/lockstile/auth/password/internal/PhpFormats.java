package dev.lockstile.auth.password.internal;

import static dev.lockstile.auth.password.internal.Encodings.utf8;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.regex.MatchResult;

/** What PHP applications write besides plain bcrypt: phpass (WordPress, phpBB 3), Drupal 7, WordPress 6.8. */
final class PhpFormats {

    private static final byte[] WORDPRESS_KEY = utf8("wp-sha384");

    /** What PHP's trim takes away. */
    private static final String TRIMMED = " \t\n\r\0\u000B";

    private PhpFormats() {}

    static List<Format> of(Kdf kdf) {
        return List.of(
                WeakFormat.of(
                        "phpass",
                        "\\$[PH]\\$([./0-9A-Za-z]{9})([./0-9A-Za-z]{22})",
                        found -> phpass(kdf, found),
                        (setting, password) -> stretch(kdf, "MD5", setting, password, 22)),
                RegexFormat.of(
                        "drupal7",
                        "\\$S\\$([./0-9A-Za-z]{9})([./0-9A-Za-z]{43})",
                        found -> drupal(kdf, phpass(kdf, found))),
                RegexFormat.of(
                        "wordpress_bcrypt", "\\$wp" + Bcrypt.REGEX, found -> wordpress(Bcrypt.read(kdf, found, 1))));
    }

    /** The setting is one character of cost, the exponent, and eight of salt. */
    private static Salted phpass(Kdf kdf, MatchResult found) {
        rounds(kdf, found.group(1).charAt(0));
        return new Salted(utf8(found.group(1)), utf8(found.group(2)));
    }

    /** A power of two, of which the character is the exponent. */
    private static int rounds(Kdf kdf, char cost) {
        int exponent = Encodings.h64(cost);
        RefusedHash.unless(exponent >= 7, "odd phpass cost");
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

    /** WordPress trims the password as PHP does and hashes it first, so that bcrypt's limit does not matter. */
    private static Verifier wordpress(Bcrypt bcrypt) {
        return password ->
                bcrypt.run(Base64.getEncoder().encode(Digests.hmac("HmacSHA384", WORDPRESS_KEY, trim(password))));
    }

    private static byte[] trim(byte[] text) {
        int from = 0;
        int to = text.length;
        while (from < to && TRIMMED.indexOf(text[from]) >= 0) {
            from++;
        }
        while (to > from && TRIMMED.indexOf(text[to - 1]) >= 0) {
            to--;
        }
        return Arrays.copyOfRange(text, from, to);
    }
}
