package dev.lockstile.auth.internal.factor;

import java.nio.ByteBuffer;

/** Base32 without padding (RFC 4648, 6), as authenticator applications read a secret. */
final class Base32 {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BITS = 5;

    private Base32() {}

    /** @throws IllegalArgumentException for anything but capital letters and the digits 2 to 7 */
    static byte[] decode(String text) {
        ByteBuffer bytes = ByteBuffer.allocate(text.length() * BITS / Byte.SIZE);
        int buffer = 0;
        int held = 0;
        for (int at = 0; at < text.length(); at++) {
            int value = ALPHABET.indexOf(text.charAt(at));
            if (value < 0) {
                throw new IllegalArgumentException("this is no base32 text");
            }
            buffer = (buffer << BITS) | value;
            held += BITS;
            if (held >= Byte.SIZE) {
                held -= Byte.SIZE;
                bytes.put((byte) (buffer >> held));
            }
            buffer &= (1 << held) - 1;
        }
        return bytes.array();
    }

    static String encode(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        int buffer = 0;
        int held = 0;
        for (byte one : bytes) {
            buffer = (buffer << Byte.SIZE) | (one & 0xff);
            held += Byte.SIZE;
            while (held >= BITS) {
                held -= BITS;
                text.append(ALPHABET.charAt((buffer >> held) & 0x1f));
            }
            buffer &= (1 << held) - 1;
        }
        return held == 0
                ? text.toString()
                : text.append(ALPHABET.charAt((buffer << (BITS - held)) & 0x1f)).toString();
    }
}
