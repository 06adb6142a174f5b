package dev.lockstile.auth.password.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The passwords people choose most, and what is made of them by the usual decoration. A list cannot hold every
 * "password2026!"; where fifteen characters are asked for, decoration is all that is left to common passwords.
 */
final class CommonPasswords {

    private static final String RESOURCE = "/dev/lockstile/auth/password/common-passwords.txt";

    /** A shorter unit repeated is no better than itself, listed or not. */
    private static final int TRIVIAL_UNIT = 4;

    private final Set<String> list;

    private CommonPasswords(Set<String> list) {
        this.list = list;
    }

    /** The list in the jar, read once however many password services a process has. */
    static CommonPasswords shipped() {
        return Shipped.LIST;
    }

    private static CommonPasswords read() {
        try (InputStream in = CommonPasswords.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("the list of common passwords is missing from the jar");
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII));
            return new CommonPasswords(lines.lines().collect(Collectors.toUnmodifiableSet()));
        } catch (IOException broken) {
            throw new UncheckedIOException("the list of common passwords cannot be read", broken);
        }
    }

    /** Whether the folded password is listed, a repetition, a row of neighbours, or a listed one with decoration. */
    boolean contains(String folded) {
        return common(folded) || common(Folding.unleet(folded)) || straight(folded);
    }

    private boolean common(String text) {
        if (list.contains(text)) {
            return true;
        }
        String unit = unit(text);
        if (unit.length() < text.length() && (unit.length() <= TRIVIAL_UNIT || list.contains(unit))) {
            return true;
        }
        String bare = Folding.undecorated(text);
        return bare.length() < text.length() && (list.contains(bare) || list.contains(unit(bare)));
    }

    /** The shortest text that gives this one by repetition; the text itself when there is none. */
    private static String unit(String text) {
        return text.substring(0, (text + text).indexOf(text, 1));
    }

    /** All characters follow each other by one, up or down, as in abcdefgh or 9876543210987. */
    private static boolean straight(String text) {
        return text.length() > 2 && (steps(text, 1) || steps(text, -1));
    }

    private static boolean steps(String text, int by) {
        for (int i = 1; i < text.length(); i++) {
            char before = text.charAt(i - 1);
            char now = text.charAt(i);
            boolean round = by > 0 ? before == '9' && now == '0' : before == '0' && now == '9';
            if (now - before != by && !round) {
                return false;
            }
        }
        return true;
    }

    /** Read when it is first asked for, not with the class. */
    private static final class Shipped {
        static final CommonPasswords LIST = read();
    }
}
