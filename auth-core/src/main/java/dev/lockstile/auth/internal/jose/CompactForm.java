package dev.lockstile.auth.internal.jose;

/**
 * The strict compact form of signed content: three parts of canonical, unpadded base64url, of bounded size, the second
 * of which may be empty. Parsers forgive much more, and then two different texts are the same token (RFC 8725bis 3.14).
 */
final class CompactForm {

    static final int MAX_LENGTH = 8 * 1024;

    private CompactForm() {}

    static boolean isStrict(String token) {
        int first = token.indexOf('.');
        int second = token.indexOf('.', first + 1);
        return token.length() <= MAX_LENGTH
                && first > 0
                && second > first
                && second < token.length() - 1
                && isCanonical(token, 0, first)
                && isCanonical(token, first + 1, second)
                && isCanonical(token, second + 1, token.length());
    }

    /** Only letters of the alphabet, and in the last one no bit that means nothing. */
    private static boolean isCanonical(String token, int from, int to) {
        for (int i = from; i < to; i++) {
            if (value(token.charAt(i)) < 0) {
                return false;
            }
        }
        return switch ((to - from) % 4) {
            case 0 -> true;
            case 2 -> (value(token.charAt(to - 1)) & 0x0f) == 0;
            case 3 -> (value(token.charAt(to - 1)) & 0x03) == 0;
            default -> false; // a length that no encoding has
        };
    }

    private static int value(char c) {
        if (c >= 'A' && c <= 'Z') {
            return c - 'A';
        }
        if (c >= 'a' && c <= 'z') {
            return c - 'a' + 26;
        }
        if (c >= '0' && c <= '9') {
            return c - '0' + 52;
        }
        return c == '-' ? 62 : c == '_' ? 63 : -1;
    }
}
