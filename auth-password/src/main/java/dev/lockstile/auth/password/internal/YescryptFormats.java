package dev.lockstile.auth.password.internal;

import static dev.lockstile.auth.password.internal.Encodings.utf8;

import java.security.MessageDigest;
import java.util.List;
import java.util.regex.MatchResult;
import org.bouncycastle.crypto.digests.GOST3411_2012_256Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;
import org.jspecify.annotations.Nullable;

/** The memory-hard kinds of crypt(3): yescrypt, its GOST variant, and scrypt as crypt(3) writes it. */
final class YescryptFormats {

    private static final String REGEX = "([./0-9A-Za-z]{3,24})\\$([./0-9A-Za-z]{0,86})\\$([./0-9A-Za-z]{43})";

    private YescryptFormats() {}

    static List<Format> of(Kdf kdf) {
        return List.of(
                RegexFormat.of("yescrypt", "\\$y\\$" + REGEX, found -> yescrypt(kdf, found)),
                RegexFormat.of("gost_yescrypt", "\\$gy\\$" + REGEX, found -> gost(kdf, found)),
                RegexFormat.of(
                        "scrypt_crypt",
                        "\\$7\\$([./0-9A-Za-z])([./0-9A-Za-z]{5})([./0-9A-Za-z]{5})([./0-9A-Za-z]{0,86})"
                                + "\\$([./0-9A-Za-z]{43})",
                        found -> scrypt(kdf, found)));
    }

    private static @Nullable Verifier yescrypt(Kdf kdf, MatchResult found) {
        YescryptCost cost = YescryptCost.read(found.group(1));
        if (cost == null) {
            return null;
        }
        byte[] digest = utf8(found.group(3));
        var derive = kdf.yescrypt(cost, Encodings.fromH64(found.group(2)));
        return password -> MessageDigest.isEqual(digest, utf8(Encodings.h64(derive.apply(password))));
    }

    /** Two HMACs around it, so that a hash stands on the Russian standard's digest (Streebog, RFC 6986) as well. */
    private static @Nullable Verifier gost(Kdf kdf, MatchResult found) {
        YescryptCost cost = YescryptCost.read(found.group(1));
        if (cost == null) {
            return null;
        }
        byte[] setting = utf8("$gy$" + found.group(1) + "$" + found.group(2));
        byte[] digest = utf8(found.group(3));
        var derive = kdf.yescrypt(cost, Encodings.fromH64(found.group(2)));
        return password -> {
            byte[] key = streebogHmac(streebog(password), setting);
            return MessageDigest.isEqual(digest, utf8(Encodings.h64(streebogHmac(key, derive.apply(password)))));
        };
    }

    private static byte[] streebog(byte[] text) {
        GOST3411_2012_256Digest digest = new GOST3411_2012_256Digest();
        digest.update(text, 0, text.length);
        byte[] out = new byte[digest.getDigestSize()];
        digest.doFinal(out, 0);
        return out;
    }

    private static byte[] streebogHmac(byte[] key, byte[] text) {
        HMac mac = new HMac(new GOST3411_2012_256Digest());
        mac.init(new KeyParameter(key));
        mac.update(text, 0, text.length);
        byte[] out = new byte[mac.getMacSize()];
        mac.doFinal(out, 0);
        return out;
    }

    private static Verifier scrypt(Kdf kdf, MatchResult found) {
        int logN = Encodings.h64(found.group(1).charAt(0));
        byte[] digest = utf8(found.group(5));
        var derive = kdf.scrypt(
                logN, thirtyBits(found.group(2)), thirtyBits(found.group(3)), utf8(found.group(4)), Yescrypt.KEY);
        return password -> MessageDigest.isEqual(digest, utf8(Encodings.h64(derive.apply(password))));
    }

    private static int thirtyBits(String text) {
        int value = 0;
        for (int i = text.length() - 1; i >= 0; i--) {
            value = value << 6 | Encodings.h64(text.charAt(i));
        }
        return value;
    }
}
