package dev.lockstile.auth.jpa.internal.admin;

/** Shows of an address or a device's name what is enough to recognise it by, and not enough to use it. */
final class Mask {

    private static final String DOTS = "•••";
    private static final int LONG = 8;

    private Mask() {}

    static String of(String text) {
        int at = text.lastIndexOf('@');
        if (at > 0) {
            return text.substring(0, text.offsetByCodePoints(0, 1)) + DOTS + text.substring(at);
        }
        return text.length() < LONG ? DOTS : text.substring(0, 2) + DOTS + text.substring(text.length() - 2);
    }
}
