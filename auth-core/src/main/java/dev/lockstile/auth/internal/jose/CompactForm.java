package dev.lockstile.auth.internal.jose;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;

/**
 * The strict compact form of signed content: three parts of canonical, unpadded base64url, of bounded size, the second
 * of which may be empty. Parsers forgive much more, and then two different texts are the same token (RFC 8725bis 3.14).
 */
final class CompactForm {

    static final int MAX_LENGTH = 8 * 1024;

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    private static final byte[] VALUES = values();

    private CompactForm() {}

    /**
     * Looks at a text of at most {@link #MAX_LENGTH} characters, one byte each.
     *
     * @param first where its first dot is; negative without one
     * @param second where its second dot is; negative without one
     */
    static boolean isStrict(byte[] text, int first, int second) {
        return text.length <= MAX_LENGTH
                && first > 0
                && second > first
                && second < text.length - 1
                && isCanonical(text, 0, first)
                && isCanonical(text, first + 1, second)
                && isCanonical(text, second + 1, text.length);
    }

    /** What a part of a strict text says: the JDK's decoder takes other spellings too. */
    static byte[] decode(byte[] text, int from, int to) {
        ByteBuffer decoded = Base64.getUrlDecoder().decode(ByteBuffer.wrap(text, from, to - from));
        byte[] bytes = decoded.array();
        return bytes.length == decoded.remaining() ? bytes : Arrays.copyOf(bytes, decoded.remaining());
    }

    /** Only letters of the alphabet, and in the last one no bit that means nothing. */
    private static boolean isCanonical(byte[] text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (value(text[i]) < 0) {
                return false;
            }
        }
        return switch ((to - from) % 4) {
            case 0 -> true;
            case 2 -> (value(text[to - 1]) & 0x0f) == 0;
            case 3 -> (value(text[to - 1]) & 0x03) == 0;
            default -> false; // a length that no encoding has
        };
    }

    private static int value(byte letter) {
        return VALUES[letter & 0xff];
    }

    private static byte[] values() {
        byte[] values = new byte[256];
        Arrays.fill(values, (byte) -1);
        for (int i = 0; i < ALPHABET.length(); i++) {
            values[ALPHABET.charAt(i)] = (byte) i;
        }
        return values;
    }
}
