package dev.lockstile.auth.password.internal;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;

/** The alphabets in which hashes are written. Decoding throws IllegalArgumentException for anything else. */
final class Encodings {

    private static final String H64 = "./0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final String BC64 = "./ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final String B64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

    private Encodings() {}

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** RFC 4648 base64, with or without its padding. */
    static byte[] b64(String text) {
        return Base64.getDecoder().decode(text);
    }

    /** Base64 without padding, as PHC strings write it. */
    static String b64(byte[] bytes) {
        return Base64.getEncoder().withoutPadding().encodeToString(bytes);
    }

    /** passlib's base64: a dot in place of the plus. */
    static byte[] ab64(String text) {
        return b64(text.replace('.', '+'));
    }

    static byte[] hex(String text) {
        return HexFormat.of().parseHex(text);
    }

    /** bcrypt's base64: RFC 4648 in another alphabet. */
    static byte[] bc64(String text) {
        StringBuilder standard = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            int value = BC64.indexOf(text.charAt(i));
            if (value < 0) {
                throw new IllegalArgumentException("not a bcrypt character");
            }
            standard.append(B64.charAt(value));
        }
        return b64(standard.toString());
    }

    /** The value of one character of crypt(3)'s alphabet. */
    static int h64(char c) {
        int value = H64.indexOf(c);
        if (value < 0) {
            throw new IllegalArgumentException("not a crypt character");
        }
        return value;
    }

    /** One character of that alphabet, of the six low bits. */
    static char h64Char(int value) {
        return H64.charAt(value & 0x3f);
    }

    /** Bytes in crypt(3)'s little-endian base64. */
    static String h64(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < bytes.length; i += 3) {
            int left = Math.min(3, bytes.length - i);
            int bits = 0;
            for (int k = 0; k < left; k++) {
                bits |= (bytes[i + k] & 0xff) << (8 * k);
            }
            for (int k = 0; k <= left; k++) {
                text.append(h64Char(bits >>> (6 * k)));
            }
        }
        return text.toString();
    }

    /** The bytes of such a text; bits beyond the last whole byte must be zero. */
    static byte[] fromH64(String text) {
        byte[] bytes = new byte[text.length() * 6 / 8];
        int bits = 0;
        int held = 0;
        int at = 0;
        for (int i = 0; i < text.length(); i++) {
            bits |= h64(text.charAt(i)) << held;
            held += 6;
            if (held >= 8) {
                bytes[at++] = (byte) bits;
                bits >>>= 8;
                held -= 8;
            }
        }
        if (bits != 0 || text.length() % 4 == 1) {
            throw new IllegalArgumentException("no whole bytes");
        }
        return bytes;
    }

    /** The bytes of {@code from} in the given order: crypt(3) shuffles before it encodes. */
    static byte[] pick(byte[] from, int... order) {
        byte[] picked = new byte[order.length];
        for (int i = 0; i < order.length; i++) {
            picked[i] = from[order[i]];
        }
        return picked;
    }
}
